/** Collections of things that no object of this engine has; clients still find them where the engine links to them. */
import { collection } from '../registry.ts'
import type { TypeName } from '../schema.generated.ts'

const places: Readonly<Record<string, TypeName>> = {
  'vms/watchdogs': 'Watchdog', 'templates/watchdogs': 'Watchdog', 'instancetypes/watchdogs': 'Watchdog', 'vms/mediateddevices': 'VmMediatedDevice', 'templates/mediateddevices': 'VmMediatedDevice', 'vms/numanodes': 'VirtualNumaNode',
  'clusters/enabledfeatures': 'ClusterFeature', 'clusters/externalnetworkproviders': 'ExternalProvider', 'clusters/glusterhooks': 'GlusterHook', 'clusters/glustervolumes': 'GlusterVolume',
  'datacenters/iscsibonds': 'IscsiBond', 'datacenters/qoss': 'Qos',
  'hosts/externalnetworkproviderconfigurations': 'ExternalNetworkProviderConfiguration', 'hosts/hooks': 'Hook', 'hosts/katelloerrata': 'KatelloErratum', 'hosts/storageconnectionextensions': 'StorageConnectionExtension',
}
for (const [place, type] of Object.entries(places)) collection(place, { type, list: () => [], find: () => undefined, show: (row: { id: string }): object => row })
