/** Values of engine options as the engine itself uses them. */
import { shippedOptions } from './facts.generated.ts'
import type { World } from './world.ts'

/** The value for a compatibility version, or the general one; undefined when the option does not exist. */
export function optionText(world: World, name: string, version?: string): string | undefined {
  const values = world.options.get(name)?.values
  return (values?.find((value) => value.version === version) ?? values?.at(-1))?.value
}
export function numberOption(world: World, name: string, fallback: number): number {
  const value = Number(optionText(world, name) ?? Number.NaN)
  return Number.isFinite(value) ? value : fallback
}

/** Gives a world the options as the engine ships them. */
export function addShippedOptions(world: World): void {
  for (const [name, level, values] of shippedOptions) world.options.set(name, { level, values: values.map(([value, version]) => ({ value, version })) })
}
