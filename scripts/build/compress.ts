import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

const compressible = /\.(js|css|html|json|svg|txt|map)$/
/** Below this many bytes the header of a compressed answer costs more than it saves. */
const smallestBytes = 600

/** Writes `name.br` and `name.gz` beside every built text file, so that the gateway never compresses a static file itself. */
export const compress = (): Plugin => {
  let folder = 'dist'
  return {
    name: 'compress',
    apply: 'build',
    configResolved: (config) => {
      folder = config.build.outDir
    },
    writeBundle: {
      order: 'post',
      sequential: true,
      handler() {
        for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
          const file = join(folder, name)
          if (!compressible.test(name) || statSync(file).size < smallestBytes) continue
          const plain = readFileSync(file)
          writeFileSync(`${file}.br`, brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length } }))
          writeFileSync(`${file}.gz`, gzipSync(plain, { level: 9 }))
        }
      },
    },
  }
}
