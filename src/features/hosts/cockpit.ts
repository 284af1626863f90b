/** Port of Cockpit, the web console that hosts bring along. Source: ovirt-engine-ui-extensions, integrations/buttons. */
const cockpitPort = 9090

/** Address of a host's own web console; IPv6 addresses stand in brackets. */
export const cockpitUrl = (address: string): string => `https://${address.includes(':') ? `[${address}]` : address}:${cockpitPort}/`
