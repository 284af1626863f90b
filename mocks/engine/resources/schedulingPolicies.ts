/** Scheduling policies and the units they are made of, to read. Sources: SchedulingPolicyMapper, SchedulingPolicyUnitMapper, defaults.json. */
import type * as Model from '../../../src/wire/model.generated.ts'
import golden from '../../golden/defaults.json' with { type: 'json' }
import type { Call } from '../call.ts'
import { collection, wholeTable } from '../registry.ts'
import type { SchedulingPolicyRow } from '../rows.ts'

type Unit = Model.SchedulingPolicyUnit & { id: string; name: string }
const expressions: Readonly<Record<string, string>> = golden.scheduling.parameters

const units: readonly Unit[] = golden.scheduling.units.flatMap(([name, type, id, , parameters]): Unit[] => {
  if (typeof name !== 'string' || typeof id !== 'string' || !isUnitType(type) || !Array.isArray(parameters)) return []
  return [{ id, name, type, enabled: true, internal: true, properties: parameters.map((parameter) => ({ name: parameter, value: expressions[parameter] ?? '' })) }]
})
function isUnitType(type: unknown): type is Model.PolicyUnitType { return type === 'filter' || type === 'weight' || type === 'load_balancing' }
const unitNamed = (name: string, type: Model.PolicyUnitType) => units.find((unit) => unit.name === name && unit.type === type)

collection('schedulingpolicyunits', { type: 'SchedulingPolicyUnit', filtered: 'refused', list: () => units, find: (_call, id) => units.find((unit) => unit.id === id), show: (unit: Unit): object => unit })
collection('schedulingpolicies', {
  ...wholeTable('schedulingPolicies'), type: 'SchedulingPolicy', filtered: 'refused',
  show: ({ id, name, description, default_policy, locked, properties }: SchedulingPolicyRow): object => ({ id, name, description: description ?? '', default_policy, locked, properties }),
})

type Part = { id: string } & Readonly<Record<string, unknown>>
/** Declares the units of one kind below a policy: the id of a part is that of its unit. */
function partsAt(place: string, type: 'Filter' | 'Weight' | 'Balance', parts: (policy: SchedulingPolicyRow) => (Part | undefined)[]): void {
  const list = ({ world, ids }: Call): Part[] => {
    const policy = world.tables.schedulingPolicies.get(ids[0] ?? '')
    return policy ? parts(policy).filter((part) => part !== undefined) : []
  }
  collection(`schedulingpolicies/${place}`, { type, list, find: (call, id) => list(call).find((part) => part.id === id), show: (part: Part): object => part })
}
const part = (unit: Unit | undefined, more: Readonly<Record<string, unknown>>): Part | undefined => unit && { id: unit.id, scheduling_policy_unit: { id: unit.id }, ...more }

partsAt('filters', 'Filter', ({ filterNames }) => filterNames.map((name) => part(unitNamed(name, 'filter'), { position: 0 })))
partsAt('weights', 'Weight', ({ id, weights }) => weights.map(({ name, factor }) => part(unitNamed(name, 'weight'), { factor, scheduling_policy: { id } })))
partsAt('balances', 'Balance', ({ id, balance }) => [part(unitNamed(balance, 'load_balancing'), { scheduling_policy: { id } })])
