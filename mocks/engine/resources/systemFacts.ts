/** What every engine has alike: options, guest systems, icons. Source: GetSystemOptionQuery, OsRepositoryImpl, BackendIconsResource. */
import type * as Model from '../../../src/wire/model.generated.ts'
import type { Call } from '../call.ts'
import { operatingSystems } from '../facts.generated.ts'
import { seededId } from '../ids.ts'
import { isAdministrator } from '../permissions.ts'
import { collection, wholeTable } from '../registry.ts'
import { iconsOf } from '../../worlds/icons.ts'

interface Option { readonly id: string; readonly values: readonly { readonly value: string; readonly version: string }[] }
/** Users read options marked for users only, nobody internal ones: both answer as unknown ones do. */
function findOption({ world, user, query }: Call, name: string): Option | undefined {
  const option = world.options.get(name)
  if (!option || option.level === 'internal' || (option.level === 'admin' && !isAdministrator(world, user))) return undefined
  const version = query.get('version')
  const values = version === null ? option.values : option.values.filter((value) => value.version === version || value.version === 'general')
  return { id: name, values }
}
collection('options', { type: 'SystemOption', find: findOption, show: ({ id, values }): Model.SystemOption => ({ name: id, values: [...values] }) })

/** Guest systems have ids made of their number. */
const systems = operatingSystems.map(([number, name, description, architecture]) => ({ id: seededId(0x05, number), name, description, architecture }))
collection('operatingsystems', {
  type: 'OperatingSystemInfo',
  list: () => systems,
  find: (_call, id) => systems.find((system) => system.id === id),
  show: (system): Model.OperatingSystemInfo => ({ ...system, ...iconsOf(system.name) }),
})

collection('icons', { ...wholeTable('icons'), type: 'Icon', show: ({ id, media_type, data }): Model.Icon => ({ id, media_type, data }) })
