/** Instance types, to read. Source: InstanceTypeMapper. */
import type * as Model from '../../../src/wire/model.generated.ts'
import { collection, wholeTable } from '../registry.ts'
import type { InstanceTypeRow } from '../rows.ts'

collection('instancetypes', { ...wholeTable('instanceTypes'), type: 'InstanceType', object: 'instance_type', search: 'instancetypes', show: (row: InstanceTypeRow): Model.InstanceType => ({ ...row, name: row.name }) })
