import { expect, test } from 'vitest'
import golden from '../../../mocks/golden/search.json' with { type: 'json' }
import type { FieldType, SearchField, SearchObject } from './field.ts'
import { isSearchObject, searchObjects } from './objects.ts'

/** Our types by the engine's; every other type of the engine is an enumeration. */
const types: Readonly<Record<string, FieldType>> = {
  String: 'text', Integer: 'number', Long: 'number', BigDecimal: 'decimal', Float: 'decimal', Boolean: 'boolean', UUID: 'uuid', Version: 'version', TimeSpan: 'span', none: 'text',
}
type Fact = (typeof golden.entities)[number]['fields'][number]
const typeOf = ({ name, type, operators }: Fact): FieldType => {
  if (type === 'Date') return operators?.includes('=') ? 'date' : 'plainDate'
  if (name === 'os') return 'name'
  return types[type] ?? 'choice'
}
/** Values that are words of the language; sentences about values are not. */
const wordsOf = (fact: Fact): readonly string[] | undefined =>
  typeOf(fact) === 'date' ? ['today', 'yesterday'] : typeOf(fact) === 'name' ? undefined : fact.values?.filter((word: string) => !word.includes(' ')) ?? undefined

test('the objects are those of the engine', () => {
  expect(Object.keys(searchObjects).toSorted()).toEqual(golden.entities.map(({ object }) => object).toSorted())
})

test.each(golden.entities)('fields and relations of $object are those of the engine', ({ object, prefixes, directory_only, relations, relation_words_suggested, fields }) => {
  if (!isSearchObject(object)) throw new Error(object)
  const own: SearchObject = searchObjects[object]
  expect(own.prefixes).toEqual(directory_only ? [] : prefixes)
  expect(own.relations).toEqual(Array.isArray(relations) ? relations : [])
  expect(own.relationWords).toEqual(relation_words_suggested)
  const expected = fields.map((fact): readonly [string, SearchField] => {
    const values = wordsOf(fact)
    // the engine writes the set of operators in no order that means anything
    const operators = own.fields[fact.name]?.operators ?? []
    expect(operators.toSorted()).toEqual((fact.operators ?? []).toSorted())
    return [fact.name, { type: typeOf(fact), operators, isFreeText: fact.free_text, isSuggested: fact.suggested, ...(values && { values }) }]
  })
  expect(Object.entries(own.fields)).toEqual(expected)
})

test.each(golden.entities.filter(({ default_sort }) => default_sort))('$object is ordered by the column of the engine', ({ object, default_sort, fields }) => {
  if (!isSearchObject(object)) throw new Error(object)
  const own: SearchObject = searchObjects[object]
  const columns = own.defaultSort.map(([name, direction]) => `${fields.find((field) => field.name === name)?.db_column ?? name} ${direction}`.toLowerCase())
  const expected = (default_sort ?? '').split(',').map((part) => part.trim()).map((part) => (part.includes(' ') ? part : `${part} asc`))
  expect(columns).toEqual(expected)
})
