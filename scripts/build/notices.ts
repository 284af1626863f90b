import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/** Licences that may be shipped inside an Apache-2.0 product without conditions beyond keeping their notice. */
const allowed = new Set(['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'OFL-1.1', 'CC0-1.0', 'BlueOak-1.0.0'])

interface Manifest { name: string; version: string; license?: string; homepage?: string }

/** Folder of the package that holds `moduleId`, or undefined for files of our own. */
export function packageFolderOf(moduleId: string): string | undefined {
  const match = /^\0?(.*[/\\]node_modules[/\\](?:@[^/\\]+[/\\])?[^/\\]+)[/\\]/.exec(moduleId)
  return match?.[1]
}

/** Text of one package's notice: name, version, licence and the licence file as shipped. Throws on a licence that is not allowed. */
export function noticeOf(folder: string): string {
  const { name, version, license = 'none', homepage }: Manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const choices = license.replaceAll(/[()]/g, '').split(/ OR /)
  if (!choices.some((choice) => choice.split(/ AND /).every((part) => allowed.has(part)))) throw new Error(`${name} ${version} has the licence "${license}", which is not in the list of allowed ones`)
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)/i.test(entry))
  const text = file ? readFileSync(join(folder, file), 'utf8').trim() : `Licensed under ${license}.`
  return `${name} ${version} (${license})${homepage ? `\n${homepage}` : ''}\n\n${text}`
}

/**
 * Writes `third-party-notices.txt` beside the built files: one notice for every package of which at least one module is in the bundle,
 * and for the typeface, which comes inside PatternFly. The build fails on a licence that may not be shipped.
 */
export const notices = (): Plugin => ({
  name: 'third-party-notices',
  apply: 'build',
  generateBundle(_options, bundle) {
    const folders = new Set<string>()
    for (const output of Object.values(bundle)) {
      const modules = output.type === 'chunk' ? output.moduleIds : output.originalFileNames
      for (const id of modules) {
        const folder = packageFolderOf(id)
        if (folder && existsSync(join(folder, 'package.json'))) folders.add(folder)
      }
    }
    // one package may be reached by more than one path
    const texts = [...new Set([...folders].map(noticeOf))].sort()
    if (Object.keys(bundle).some((name) => name.endsWith('.woff2'))) texts.push('Red Hat fonts, inside @patternfly/react-core (OFL-1.1)\nhttps://github.com/RedHatOfficial/RedHatFont\n\nCopyright 2021 Red Hat, Inc. Licensed under the SIL Open Font License, version 1.1: https://openfontlicense.org')
    const rule = `\n\n${'-'.repeat(80)}\n\n`
    this.emitFile({ type: 'asset', fileName: 'third-party-notices.txt', source: `This product contains software of others, under these terms.${rule}${texts.join(rule)}\n` })
  },
})
