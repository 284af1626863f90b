/** vNIC profiles, to read: all, and those of a network. Source: VnicProfileMapper. */
import { childrenBy, collection, wholeTable } from '../registry.ts'
import type { VnicProfileRow } from '../rows.ts'

const shared = { type: 'VnicProfile', object: 'vnic_profile', show: (row: VnicProfileRow): object => row } as const
collection('vnicprofiles', { ...wholeTable('vnicProfiles'), ...shared })
collection('networks/vnicprofiles', { ...childrenBy('vnicProfiles', 'network'), ...shared })
