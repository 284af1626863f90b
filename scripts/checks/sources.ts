import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { root } from '../buildPortal.ts'

export interface Source { readonly path: string; readonly text: string }

/** Every TypeScript file of ours under the given folders, generated ones left out; paths are relative with slashes. */
export function readSources(folders: readonly string[]): readonly Source[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /[.]tsx?$/.test(name) && !/[.]generated[.]ts$/.test(name))
      .sort()
      .map((name) => ({ path: `${folder}/${name.split(sep).join('/')}`, text: readFileSync(join(root, folder, name), 'utf8') })),
  )
}

/** Prints what a check found and ends the process accordingly. */
export function report(name: string, problems: readonly string[], summary: string): void {
  for (const problem of problems) console.error(problem)
  console.log(problems.length ? `${name}: ${problems.length} problems` : `${name}: ${summary}`)
  process.exitCode = problems.length ? 1 : 0
}
