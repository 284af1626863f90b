/** Templates, to read. Source: TemplateMapper. */
import type * as Model from '../../../src/wire/model.generated.ts'
import type { Call } from '../call.ts'
import { collection, wholeTable } from '../registry.ts'
import type { TemplateRow } from '../rows.ts'

/** Members that come only with all_content, because the engine reads them from further tables. Source: BackendTemplatesResource. */
const onDemand = ['console', 'virtio_scsi', 'soundcard_enabled', 'rng_device', 'tpm_enabled'] as const

function showTemplate(row: TemplateRow, { allContent }: Call): Model.Template {
  const shown: Model.Template = { ...row }
  if (!allContent) for (const member of onDemand) delete shown[member]
  return shown
}

collection('templates', { ...wholeTable('templates'), type: 'Template', object: 'template', search: 'templates', show: showTemplate })
