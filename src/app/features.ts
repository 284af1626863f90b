import type { Feature } from '../blocks/feature.ts'
import { clusters } from '../features/clusters/index.ts'
import { dashboard } from '../features/dashboard/index.ts'
import { dataCenters } from '../features/dataCenters/index.ts'
import { events } from '../features/events/index.ts'
import { hosts } from '../features/hosts/index.ts'
import { macPools } from '../features/macPools/index.ts'
import { tasks } from '../features/tasks/index.ts'
import { vms } from '../features/vms/index.ts'

/** Every feature of the Admin Portal; `app` only concatenates what they give. */
export const features: readonly Feature[] = [clusters, dashboard, dataCenters, vms, hosts, events, tasks, macPools]
