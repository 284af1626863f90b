/** Ids of the built-in network filters; only that of vdsm-no-mac-spoofing is a fact, the others are this engine's own. */
import golden from '../golden/defaults.json' with { type: 'json' }

const names = golden.network_filters.map(([name]) => String(name))

export const networkFilterId = (name: string): string =>
  name === 'vdsm-no-mac-spoofing' ? 'd2370ab4-fee3-11e9-a310-8c1645ce738e' : `d2370ab4-fee3-11e9-a310-8c1645ce7${(0x100 + names.indexOf(name)).toString(16)}`
