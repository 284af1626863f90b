/** Collections of devices that no machine of this engine has; clients still find them where the engine links to them. */
import { collection } from '../registry.ts'
import type { TypeName } from '../schema.generated.ts'

const places: readonly (readonly [place: string, type: TypeName])[] = [
  ['vms/watchdogs', 'Watchdog'], ['templates/watchdogs', 'Watchdog'], ['instancetypes/watchdogs', 'Watchdog'], ['vms/mediateddevices', 'VmMediatedDevice'], ['templates/mediateddevices', 'VmMediatedDevice'],
  ['vms/numanodes', 'VirtualNumaNode'],
]
for (const [place, type] of places) collection(place, { type, list: () => [], find: () => undefined, show: (row: { id: string }): object => row })
