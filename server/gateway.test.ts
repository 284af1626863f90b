import { tmpdir } from 'node:os'
import { describe, expect, test } from 'vitest'
import { testCertificate } from './testCertificate.ts'
import { ask, engine, gateway, signal } from './testGateway.ts'

const appPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data: blob:; connect-src 'self'; worker-src 'self'; frame-src 'self'; " +
  "frame-ancestors 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; require-trusted-types-for 'script'; trusted-types portal"

describe('static files', () => {
  const page = { status: 200, type: 'text/html; charset=utf-8', cache: 'no-cache' }
  const missing = { status: 404, type: 'text/plain; charset=utf-8', cache: undefined }
  test.each([
    ['/', page],
    ['/vms', page],
    ['/vms/6a1b/general?show=1', page],
    ['/console/6a1b/vnc', page],
    ['/assets', page],
    ['/theme.js', { status: 200, type: 'text/javascript; charset=utf-8', cache: 'no-cache' }],
    ['/assets/main-abc123.js', { status: 200, type: 'text/javascript; charset=utf-8', cache: 'public, max-age=31536000, immutable' }],
    ['/assets/gone', missing],
    ['/nothing.js', missing],
    ['/assets/main-abc123.js.br', missing],
    ['/../../../etc/passwd.txt', missing],
    ['/..%2f..%2fetc%2fpasswd.txt', missing],
    ['/%zz', { status: 400, type: 'text/plain; charset=utf-8', cache: undefined }],
  ])('%s is answered as it should', async (path, expected) => {
    const { url } = await gateway()
    const { status, headers } = await ask(url + path)
    expect({ status, type: headers['content-type'], cache: headers['cache-control'] }).toEqual(expected)
  })

  test.each([
    ['gzip, deflate, br, zstd', 'br', 'squeezed by brotli'],
    ['gzip', 'gzip', 'squeezed by gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip', 'squeezed by gzip'],
    ['*', 'br', 'squeezed by brotli'],
    ['identity', undefined, 'plain'],
    ['', undefined, 'plain'],
  ])('with Accept-Encoding "%s" a file comes as %s', async (accepted, encoding, body) => {
    const { url } = await gateway()
    const answer = await ask(`${url}/assets/main-abc123.js`, { headers: { 'Accept-Encoding': accepted } })
    expect(answer.headers['content-encoding']).toBe(encoding)
    expect(answer.headers.vary).toBe('Accept-Encoding')
    expect(answer.body.toString()).toBe(body)
  })

  test('a file that the browser has is not sent again, and each encoding has a tag of its own', async () => {
    const { url } = await gateway()
    const plain = await ask(`${url}/assets/main-abc123.js`)
    const small = await ask(`${url}/assets/main-abc123.js`, { headers: { 'Accept-Encoding': 'br' } })
    expect(small.headers.etag).not.toBe(plain.headers.etag)
    const again = await ask(`${url}/assets/main-abc123.js`, { headers: { 'If-None-Match': plain.headers.etag ?? '' } })
    expect([again.status, again.body.length]).toEqual([304, 0])
  })

  test('HEAD has the length and no body, other methods are refused', async () => {
    const { url } = await gateway()
    const head = await ask(`${url}/theme.js`, { method: 'HEAD' })
    expect([head.status, head.headers['content-length'], head.body.length]).toEqual([200, '6', 0])
    const post = await ask(`${url}/vms`, { method: 'POST', body: 'x' })
    expect([post.status, post.headers.allow]).toEqual([405, 'GET, HEAD'])
  })

  test('a folder without a built portal is refused with what to do', async () => {
    await expect(gateway(undefined, { files: tmpdir() })).rejects.toThrow('npm run build')
  })
})

describe('policy headers', () => {
  test('are the same on every document, file and refusal of the gateway', async () => {
    const { url } = await gateway()
    for (const path of ['/', '/vms', '/theme.js', '/nothing.js', '/config.json', '/healthz']) {
      const { headers } = await ask(url + path)
      expect(headers, path).toMatchObject({
        'content-security-policy': appPolicy,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'x-frame-options': 'SAMEORIGIN',
        'permissions-policy': 'clipboard-read=(self), clipboard-write=(self), fullscreen=(self)',
      })
      expect(headers, path).not.toHaveProperty('cross-origin-embedder-policy')
    }
  })

  test.each(['script', 'style', 'font', 'image'])('are left to the document for what it fetches as %s', async (destination) => {
    const { url } = await gateway()
    const { headers } = await ask(`${url}/theme.js`, { headers: { 'Sec-Fetch-Dest': destination } })
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers).not.toHaveProperty('content-security-policy')
  })

  test.each(['document', 'iframe', 'worker', 'serviceworker', 'empty'])('stay on what is fetched as %s', async (destination) => {
    const { url } = await gateway()
    const { headers } = await ask(`${url}/theme.js`, { headers: { 'Sec-Fetch-Dest': destination } })
    expect(headers['content-security-policy']).toBe(appPolicy)
  })

  test('a console may add style elements and sound, nothing else', async () => {
    const { url } = await gateway()
    const { headers } = await ask(`${url}/console/6a1b/spice`)
    expect(headers['content-security-policy']).toBe(`${appPolicy}; style-src-elem 'self' 'unsafe-inline'; media-src blob:`)
  })

  test('further origins to connect to are named, the demo leaves trusted types out', async () => {
    const { url } = await gateway(undefined, { policy: { allowConnect: ['wss://proxy.example.com:6100'], trustedTypes: false } })
    const { headers } = await ask(url)
    expect(headers['content-security-policy']).toContain("connect-src 'self' wss://proxy.example.com:6100;")
    expect(headers['content-security-policy']).not.toContain('trusted-types')
  })
})

describe('what the gateway says of itself', () => {
  test('config.json tells the app what stands around it, healthz that it lives', async () => {
    const { url } = await gateway()
    expect(JSON.parse((await ask(`${url}/config.json`)).body.toString())).toEqual({ gateway: true, demoEngine: true, branding: {}, consoles: null, images: null })
    const health = await ask(`${url}/healthz`)
    expect([health.status, JSON.parse(health.body.toString())]).toEqual([200, { status: 'ok' }])
  })

  test('it speaks TLS when given a certificate', async () => {
    const { url } = await gateway(undefined, { tls: testCertificate })
    expect(url).toMatch(/^https:/)
    expect((await ask(`${url}/healthz`, { ca: testCertificate.cert })).status).toBe(200)
  })

  test('closing waits for a running answer and then refuses new ones', async () => {
    const asked = signal()
    const release = signal()
    const url = await engine((_request, response) => {
      asked.give()
      void release.seen.then(() => response.end('late'))
    })
    const running = await gateway({ url })
    const answer = ask(`${running.url}/ovirt-engine/api`)
    await asked.seen
    const closed = running.close(5000)
    release.give()
    expect((await answer).body.toString()).toBe('late')
    await closed
    await expect(ask(`${running.url}/healthz`)).rejects.toThrow('ECONNREFUSED')
  })
})
