/** `npm run generate`: writes all generated code anew, each by its own `generate….ts`. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './buildPortal.ts'
import { run } from './children.ts'

for (const name of readdirSync(join(root, 'scripts')).filter((file) => /^generate\w+[.]ts$/.test(file))) {
  const code = await run(process.execPath, [join(root, 'scripts', name)])
  if (code !== 0) process.exitCode = code
}
