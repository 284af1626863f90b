import { createReadStream, existsSync, readdirSync, statSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, sep } from 'node:path'
import { pipeline } from 'node:stream'
import { chooseEncoding, type Encoding } from './encoding.ts'

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}

interface Variant { readonly path: string; readonly bytes: number }
interface StaticFile {
  readonly contentType: string
  readonly etag: string
  readonly isHashed: boolean
  readonly plain: Variant
  readonly encoded: Partial<Record<Encoding, Variant>>
}

/** The built files under `folder`, by URL path. Read once: what is not in the map cannot be asked for, so no path can climb out. */
export function readFiles(folder: string): ReadonlyMap<string, StaticFile> {
  if (!existsSync(join(folder, 'index.html'))) throw new Error(`${folder} holds no built portal: run "npm run build" first`)
  const variantOf = (path: string): Variant | undefined => (existsSync(path) ? { path, bytes: statSync(path).size } : undefined)
  const files = new Map<string, StaticFile>()
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name)
    const extension = extname(name)
    const stat = statSync(path)
    if (!stat.isFile() || extension === '.br' || extension === '.gz') continue
    const br = variantOf(`${path}.br`)
    const gzip = variantOf(`${path}.gz`)
    files.set(`/${name.split(sep).join('/')}`, {
      contentType: contentTypes[extension] ?? 'application/octet-stream',
      etag: `"${stat.size.toString(16)}-${Math.trunc(stat.mtimeMs).toString(16)}"`,
      isHashed: name.startsWith(`assets${sep}`),
      plain: { path, bytes: stat.size },
      encoded: { ...(br ? { br } : {}), ...(gzip ? { gzip } : {}) },
    })
  }
  return files
}

/** The file that answers a URL path: itself, or the page for every address of the app; undefined for a missing file (last segment with an ending). */
export function fileFor(files: ReadonlyMap<string, StaticFile>, pathname: string): StaticFile | undefined {
  const own = files.get(pathname)
  if (own) return own
  return extname(pathname) === '' && !pathname.startsWith('/assets/') ? files.get('/index.html') : undefined
}

/** Sends `file` as far as possible already compressed. Names with a hash may be kept for ever; everything else is asked for again. */
export function sendFile(request: IncomingMessage, response: ServerResponse, file: StaticFile, headers: Readonly<Record<string, string>>): void {
  const encoding = chooseEncoding(request.headers['accept-encoding'])
  const variant = (encoding && file.encoded[encoding]) ?? file.plain
  const etag = variant === file.plain ? file.etag : file.etag.replace(/"$/, `-${encoding}"`)
  const common = {
    ...headers,
    'Cache-Control': file.isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    ETag: etag,
    Vary: 'Accept-Encoding',
  }
  if (request.headers['if-none-match']?.split(/\s*,\s*/).includes(etag)) {
    response.writeHead(304, common).end()
    return
  }
  response.writeHead(200, {
    ...common,
    'Content-Type': file.contentType,
    'Content-Length': variant.bytes,
    ...(variant !== file.plain && encoding ? { 'Content-Encoding': encoding } : {}),
  })
  if (request.method === 'HEAD') {
    response.end()
    return
  }
  // a client that goes away ends the pipeline with an error; the response is gone by then
  pipeline(createReadStream(variant.path), response, () => response.destroyed || response.end())
}
