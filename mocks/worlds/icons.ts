/** Pictures of operating systems: a screen in the colour of the family, in the two sizes the engine keeps (43x43 and 150x120). */
import { seededId } from '../engine/ids.ts'
import type { IconRow } from '../engine/rows.ts'
import { shared } from './random.ts'

const families = ['other', 'linux', 'redhat', 'windows'] as const
type Family = (typeof families)[number]

/** The pictures differ in one colour of their palette; these are its Base64 digits with the checksum that follows. */
const colour: Readonly<Record<Family, string>> = {
  linux: 'LwqwAagIcF',
  redhat: 'LJGQtwG0yo',
  windows: 'IAZsxDwtNN',
  other: 'KKjZBwN3rj',
}
const begin = 'iVBORw0KGgoAAAANSUhEUgAA'
const middle = 'AAAAA3RSTlMA//9EUNYhAAAA'
const small = { begin: 'ACsAAAArCAMAAADWg4HyAAAACVBMVEUAAAA8P0', end: 'MElEQVR42mNgGOaAkQhAnlomAmBU7ajaUbWDXy1tygesxRApRdZwU0t0UNFQ7cAAAO3sBsMGbXpDAAAAAElFTkSuQmCC' }
const large = { begin: 'AJYAAAB4CAMAAAAnkfsiAAAACVBMVEUAAAA8P0', end: 'b0lEQVR42u3awQkAIAwEwWj/RVuAj4AENTBbwTzvcRGSJGlrPA0LCwvrnDXvhoWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFheX6g4WF1Z9Vdjn+9AmNhYWFhYWFhVUzyLCwsLCwJElZCzSHQbmhI0KbAAAAAElFTkSuQmCC' }

const familyOf = (os: string): Family =>
  os.startsWith('rhel') || os.startsWith('rhcos') ? 'redhat' : os.startsWith('windows') ? 'windows' : /^(?:other_linux|sles|ubuntu|debian)/.test(os) ? 'linux' : 'other'

/** Ids of the icons do not depend on the seed: an operating system keeps its picture in every world. */
const iconId = (family: Family, size: 'small' | 'large') => seededId(0x1c07, families.indexOf(family) * 2 + (size === 'large' ? 1 : 0))

const pairOf = (family: Family) => shared({ small_icon: { id: iconId(family, 'small') }, large_icon: { id: iconId(family, 'large') } })
const pairs: Readonly<Record<Family, ReturnType<typeof pairOf>>> = { other: pairOf('other'), linux: pairOf('linux'), redhat: pairOf('redhat'), windows: pairOf('windows') }

/** Icons of an operating system by its name (`rhel_9x64`), unknown ones get that of `other`. */
export const iconsOf = (os: string): { small_icon: { id: string }; large_icon: { id: string } } => pairs[familyOf(os)]

export const iconRows: readonly IconRow[] = families.flatMap((family) => [
  { id: iconId(family, 'small'), media_type: 'image/png', data: `${begin}${small.begin}${colour[family]}${middle}${small.end}` },
  { id: iconId(family, 'large'), media_type: 'image/png', data: `${begin}${large.begin}${colour[family]}${middle}${large.end}` },
])
