import type { Template } from '../../domain/template.ts'
import type * as Wire from '../../wire/wire.generated.ts'
import { int, ref, target } from '../decode.ts'
import { defineResource } from '../resource.ts'
import { decodeVmBase } from './vmBase.ts'

export const decodeTemplate = (wire: Wire.Template): Template => ({
  ...decodeVmBase(wire),
  status: wire.status ?? 'ok',
  versionName: wire.version?.version_name,
  versionNumber: int(wire.version?.version_number, 1),
  baseTemplate: ref(wire.version?.base_template),
})

export const templates = defineResource<Template, Wire.Template>({
  type: 'template',
  path: 'templates',
  element: 'template',
  decode: decodeTemplate,
  transitional: ['locked'],
  parents: (template) => target('cluster', template.cluster),
  defaultSort: { field: 'name', descending: false },
})
