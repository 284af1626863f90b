/**
 * Keeps a world in a folder: `world-N.image` holds everything, `world-N.journal` what changed since; a line of either is a
 * checksum and a piece. At most the last second is lost when the process is killed; a damaged file is refused and stays.
 */
import { closeSync, existsSync, fdatasyncSync, fsyncSync, ftruncateSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, statSync, unlinkSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import type { OwnedWorld } from './engine/createWorld.ts'
import { imageOf, takeChanges, worldFrom } from './engine/worldImage.ts'
import type { Piece } from './engine/worldImage.ts'

/** Tells which file cannot be read and what to do; nothing was changed. */
export class DamagedData extends Error {}

/** A journal longer than this is folded into a new image. */
const journalLimitBytes = 32 * 1024 ** 2
const flushEveryMs = 400
const lastLine = '{"end":true}'

const lineOf = (text: string) => `${crc32(text).toString(16).padStart(8, '0')} ${text}\n`

/** @returns the pieces of a file; `isWhole` = it must end in its closing line, else a torn last line is what a kill leaves */
function readPieces(path: string, isWhole: boolean): { pieces: Piece[]; bytes: number } {
  const content = readFileSync(path)
  const pieces: Piece[] = []
  let from = 0
  let ended = false
  for (let number = 1; from < content.length; number += 1) {
    const to = content.indexOf(10, from)
    const text = to < 0 ? undefined : checkedText(content.toString('utf8', from, to))
    if (text === undefined) {
      if (!isWhole && (to < 0 || to === content.length - 1)) break
      throw new DamagedData(`${path} is damaged in line ${number}`)
    }
    if (text === lastLine) ended = true
    // The checksum says that this is what an engine of this version wrote.
    else for (const piece of JSON.parse(text) as Piece[]) pieces.push(piece)
    from = to + 1
  }
  if (isWhole && !ended) throw new DamagedData(`${path} is incomplete`)
  return { pieces, bytes: from }
}
function checkedText(line: string): string | undefined {
  const text = line.slice(9)
  return lineOf(text) === `${line}\n` ? text : undefined
}

export interface Keeper {
  readonly world: OwnedWorld
  /** how old the kept state was when it was read, ms; 0 for a new world */
  readonly restoredAgeMs: number
  /** writes everything that changed; called by a timer of its own too */
  flush(): void
  /** writes and stops */
  close(): void
}

/** Opens the kept world of a folder, or keeps the one that `make` makes. Throws DamagedData. */
export function keepWorld(folder: string, settings: { speed: number }, make: () => OwnedWorld): Keeper {
  mkdirSync(folder, { recursive: true })
  const generations = readdirSync(folder).flatMap((name) => /^world-(\d+)\.image$/.exec(name)?.[1] ?? []).map(Number).sort((one, other) => other - one)
  let generation = generations[0] ?? 0
  const pathOf = (kind: 'image' | 'journal', number = generation) => join(folder, `world-${number}.${kind}`)

  let world: OwnedWorld
  let restoredAgeMs = 0
  if (generations.length > 0) {
    const image = readPieces(pathOf('image'), true)
    const journal = existsSync(pathOf('journal')) ? readPieces(pathOf('journal'), false) : { pieces: [], bytes: 0 }
    const metas = [...image.pieces, ...journal.pieces].flatMap((piece) => 'meta' in piece ? [piece.meta.savedMs] : [])
    restoredAgeMs = Math.max(0, Date.now() - Math.max(...metas))
    world = worldFrom([...image.pieces, ...journal.pieces], settings)
    cutTornLine(pathOf('journal'), journal.bytes)
  } else {
    world = make()
    writeImage()
  }
  let journal = openSync(pathOf('journal'), 'a')
  const timer = setInterval(flush, flushEveryMs)
  timer.unref()

  /** Written beside its place, then moved there: a reader sees the old image or the new one, never half of one. */
  function writeImage(): void {
    const next = generation + 1
    const temporary = join(folder, `world-${next}.temporary`)
    const file = openSync(temporary, 'w')
    let text = ''
    for (const piece of imageOf(world)) {
      text += lineOf(JSON.stringify([piece]))
      if (text.length > 1024 ** 2) {
        writeSync(file, text)
        text = ''
      }
    }
    writeSync(file, text + lineOf(lastLine))
    fsyncSync(file)
    closeSync(file)
    renameSync(temporary, pathOf('image', next))
    syncFolder(folder)
    for (const kind of ['image', 'journal'] as const) if (existsSync(pathOf(kind))) unlinkSync(pathOf(kind))
    generation = next
  }
  function flush(): void {
    const pieces = takeChanges(world)
    if (pieces.length === 0) return
    writeSync(journal, lineOf(JSON.stringify(pieces)))
    fdatasyncSync(journal)
    if (statSync(pathOf('journal')).size < journalLimitBytes) return
    closeSync(journal)
    writeImage()
    journal = openSync(pathOf('journal'), 'a')
  }
  return {
    world, restoredAgeMs, flush,
    close: () => {
      clearInterval(timer)
      flush()
      closeSync(journal)
    },
  }
}

/** What a killed process left of its last line would spoil the lines that follow. */
function cutTornLine(path: string, bytes: number): void {
  if (!existsSync(path) || statSync(path).size === bytes) return
  const file = openSync(path, 'r+')
  ftruncateSync(file, bytes)
  fsyncSync(file)
  closeSync(file)
}
/** A move is kept only when its folder is. Systems that cannot open folders (Windows) keep it by themselves. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}
