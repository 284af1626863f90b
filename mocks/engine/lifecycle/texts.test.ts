import { expect, test } from 'vitest'
import { eventTypes } from '../facts.generated.ts'
import { faultTexts as english } from '../faultTexts.en.ts'
import { faultTexts as chinese } from '../faultTexts.zh.ts'
import { filterUnits } from '../scheduling/filters.ts'
import { lifecycleTexts } from './eventTexts.ts'
import { hostStatusRules, vmStatusRules } from './statusRules.ts'

test('every event with a sentence exists in the engine', () => {
  expect(Object.keys(lifecycleTexts).filter((name) => !eventTypes[name])).toEqual([])
})

test('every refusal by status has a sentence in both languages', () => {
  const codes = [...Object.values(vmStatusRules), ...Object.values(hostStatusRules)].flatMap((rules) => rules.map(({ code }) => code))
  expect(codes.length).toBeGreaterThan(30)
  expect(codes.filter((code) => english[code] === undefined || chinese[code] === undefined)).toEqual([])
})

test('every filter of the scheduler has a name of its own, mandatory ones first', () => {
  const names = filterUnits.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  const optional = filterUnits.findIndex(({ mandatory }) => mandatory !== true)
  expect(filterUnits.slice(optional).some(({ mandatory }) => mandatory === true)).toBe(false)
})
