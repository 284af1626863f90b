import http, { type IncomingHttpHeaders, type RequestListener } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { EngineTarget } from './proxy.ts'
import { testCertificate } from './testCertificate.ts'
import { ask, engine, gateway, lines, portOf, signal } from './testGateway.ts'

interface Echo { method: string; url: string; headers: IncomingHttpHeaders; body: string }

describe('towards the engine', () => {
  const echo: RequestListener = (request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => response.setHeader('Content-Type', 'application/json').end(JSON.stringify({ method: request.method, url: request.url, headers: request.headers, body: Buffer.concat(chunks).toString() })))
  }
  const echoed = async (path: string, options: Parameters<typeof ask>[1] = {}, target: Partial<EngineTarget> = {}): Promise<Echo> => {
    const { url } = await gateway({ url: await engine(echo), ...target })
    const seen: Echo = JSON.parse((await ask(url + path, options)).body.toString())
    return seen
  }

  test('method, path with matrix parameters, query, headers and body arrive unchanged', async () => {
    const seen = await echoed('/ovirt-engine/api/vms;max=20?search=name%3Da%2A%20or%20b&max=100', {
      method: 'PUT',
      headers: { Authorization: 'Bearer t', 'Correlation-Id': 'c1', Filter: 'true', 'Accept-Language': 'zh-CN' },
      body: '{"name":"x"}',
    })
    expect(seen).toMatchObject({ method: 'PUT', url: '/ovirt-engine/api/vms;max=20?search=name%3Da%2A%20or%20b&max=100', body: '{"name":"x"}' })
    expect(seen.headers).toMatchObject({ authorization: 'Bearer t', 'correlation-id': 'c1', filter: 'true', 'accept-language': 'zh-CN', 'content-length': '12' })
  })

  test.each<[string, Record<string, string>, string, string | undefined]>([
    ['a test world chosen by cookie travels as a header', { Cookie: 'a=1; world=w-7; b=2' }, 'x-world', 'w-7'],
    ['a header that chooses one wins', { Cookie: 'world=w-7', 'X-World': 'w-8' }, 'x-world', 'w-8'],
    ['a cookie with a strange value chooses none', { Cookie: 'world=a%0d%0ab' }, 'x-world', undefined],
    ['a cookie with a similar name chooses none', { Cookie: 'underworld=w-7' }, 'x-world', undefined],
    ['headers of one connection stay there', { TE: 'trailers' }, 'te', undefined],
    ['headers that Connection names stay there', { Connection: 'close, X-Hop', 'X-Hop': '1' }, 'x-hop', undefined],
    ['a foreign origin is left for the engine to judge', { Origin: 'https://evil.example.com' }, 'origin', 'https://evil.example.com'],
  ])('%s', async (_name, headers, header, expected) => {
    expect((await echoed('/ovirt-engine/api', { headers })).headers[header]).toBe(expected)
  })

  test('a real engine gets no test world', async () => {
    expect((await echoed('/ovirt-engine/api', { headers: { Cookie: 'world=w-7' } }, { isEmbedded: false })).headers).not.toHaveProperty('x-world')
  })

  test('our own origin is dropped and the host becomes the engine', async () => {
    const target = await engine(echo)
    const { url } = await gateway({ url: target })
    const seen: { headers: IncomingHttpHeaders } = JSON.parse((await ask(`${url}/ovirt-engine/api`, { headers: { Origin: url } })).body.toString())
    expect(seen.headers.host).toBe(target.host)
    expect(seen.headers).not.toHaveProperty('origin')
  })

  test('the Basic challenge of a dead session does not reach the browser, whose own password window would cover the portal', async () => {
    const { url } = await gateway({ url: await engine((_, response) => response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="RESTAPI"', 'Content-Type': 'text/html' }).end('<html></html>')) })
    const answer = await ask(`${url}/ovirt-engine/api`)
    expect(answer.status).toBe(401)
    expect(answer.headers).not.toHaveProperty('www-authenticate')
  })

  test.each([
    ['absolute on the engine becomes a path', (base: string) => `${base}/ovirt-engine/api/vms/1`, () => '/ovirt-engine/api/vms/1'],
    ['elsewhere stays', () => 'https://other.example.com/x', () => 'https://other.example.com/x'],
    ['relative stays', () => '/ovirt-engine/sso', () => '/ovirt-engine/sso'],
  ])('a Location %s', async (_name, given, expected) => {
    const target = await engine((request, response) => response.writeHead(201, { Location: given(`http://${request.headers.host}`) }).end())
    const { url } = await gateway({ url: target })
    const answer = await ask(`${url}/ovirt-engine/api/vms`, { method: 'POST', body: '{}' })
    expect([answer.status, answer.headers.location]).toEqual([201, expected()])
  })

  test('an engine behind its own certificate authority is trusted with the file and refused without', async () => {
    const target = await engine((_request, response) => response.end('secret'), true)
    const trusting = await gateway({ url: target, ca: testCertificate.cert, isEmbedded: false })
    expect((await ask(`${trusting.url}/ovirt-engine/api`)).body.toString()).toBe('secret')
    const wary = await gateway({ url: target, isEmbedded: false })
    const refused = await ask(`${wary.url}/ovirt-engine/api`)
    expect([refused.status, JSON.parse(refused.body.toString())]).toMatchObject([502, { reason: 'Engine unreachable', detail: expect.stringContaining('certificate') }])
  })
})

describe('answers of the engine', () => {
  const long = JSON.stringify({ vm: Array.from({ length: 50 }, (_, index) => ({ id: index, name: `vm${index}` })) })
  const plainEngine = (headers: Record<string, string>, body: string | Buffer = long, status = 200) => engine((_request, response) => response.writeHead(status, headers).end(body))

  test.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ])('plain JSON is compressed as %s', async (encoding, decompress) => {
    const { url } = await gateway({ url: await plainEngine({ 'Content-Type': 'application/json', 'Content-Length': String(long.length) }) })
    const answer = await ask(`${url}/ovirt-engine/api/vms`, { headers: { 'Accept-Encoding': encoding } })
    expect(answer.headers).toMatchObject({ 'content-encoding': encoding, vary: 'Accept-Encoding', 'x-content-type-options': 'nosniff' })
    expect(answer.headers).not.toHaveProperty('content-length')
    expect(decompress(answer.body).toString()).toBe(long)
    expect(answer.body.length).toBeLessThan(long.length / 2)
  })

  test.each<[string, Record<string, string>, string, number]>([
    ['already encoded', { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' }, long, 200],
    ['an image', { 'Content-Type': 'image/png' }, long, 200],
    ['short', { 'Content-Type': 'application/json', 'Content-Length': '2' }, '{}', 200],
    ['part of a whole', { 'Content-Type': 'application/json' }, long, 206],
    ['not to be transformed', { 'Content-Type': 'application/json', 'Cache-Control': 'no-transform' }, long, 200],
  ])('what is %s passes unchanged', async (_name, headers, body, status) => {
    const { url } = await gateway({ url: await plainEngine(headers, body, status) })
    const answer = await ask(`${url}/ovirt-engine/api/x`, { headers: { 'Accept-Encoding': 'br' } })
    expect([answer.status, answer.headers['content-encoding'], answer.body.toString()]).toEqual([status, headers['Content-Encoding'], body])
  })

  test.each([204, 304])('status %i has no body and no encoding', async (status) => {
    const { url } = await gateway({ url: await plainEngine({}, '', status) })
    const answer = await ask(`${url}/ovirt-engine/api/x`, { headers: { 'Accept-Encoding': 'br' } })
    expect([answer.status, answer.headers['content-encoding'], answer.body.length]).toEqual([status, undefined, 0])
  })

  test.each(['identity', 'br', 'gzip'])('a streamed answer arrives piece by piece (%s)', async (encoding) => {
    const goOn = signal()
    const { url } = await gateway({
      url: await engine((_request, response) => {
        response.writeHead(200, { 'Content-Type': 'text/event-stream' })
        response.write('first')
        void goOn.seen.then(() => response.end('second'))
      }),
    })
    const arrived = signal<http.IncomingMessage>()
    http.get(`${url}/ovirt-engine/stream`, { headers: { 'Accept-Encoding': encoding } }, arrived.give)
    const response = await arrived.seen
    const first = signal<Buffer>()
    response.once('data', first.give)
    expect((await first.seen).length).toBeGreaterThan(0) // the engine has not ended: it waits for us
    goOn.give()
    const ended = signal()
    response.on('end', ended.give).resume()
    await ended.seen
  })

  test('a streamed request reaches the engine before it ends', async () => {
    const first = signal<string>()
    const { url } = await gateway({
      url: await engine((request, response) => {
        request.once('data', (chunk: Buffer) => first.give(chunk.toString()))
        request.on('end', () => response.end('done')).resume()
      }),
    })
    const answered = signal<http.IncomingMessage>()
    const request = http.request(`${url}/ovirt-engine/api/x`, { method: 'POST' }, answered.give)
    request.write('part one')
    expect(await first.seen).toBe('part one')
    request.end()
    const response = await answered.seen
    expect(response.statusCode).toBe(200)
    response.resume()
  })
})

describe('when something breaks', () => {
  const deadUrl = async () => {
    const server = http.createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const url = new URL(`http://127.0.0.1:${portOf(server)}`)
    await new Promise((resolve) => server.close(resolve))
    return url
  }

  test.each<[string, string | undefined]>([
    ['GET', undefined],
    ['POST', '{"name":"x"}'],
  ])('a dead engine is a 502 with a fault in JSON (%s), and no secret is logged', async (method, body) => {
    const { url } = await gateway({ url: await deadUrl() })
    const answer = await ask(`${url}/ovirt-engine/api/vms?search=secret`, { method, headers: { Authorization: 'Bearer hidden' }, ...(body ? { body } : {}) })
    expect([answer.status, answer.headers['content-type']]).toEqual([502, 'application/json; charset=utf-8'])
    expect(JSON.parse(answer.body.toString())).toMatchObject({ reason: 'Engine unreachable', detail: expect.stringContaining('ECONNREFUSED') })
    expect(lines).toEqual([`${method} /ovirt-engine/api/vms: engine unreachable (ECONNREFUSED)`])
  })

  test('an engine that keeps silent is a 504', async () => {
    const { url } = await gateway({ url: await engine(() => undefined), silenceMs: 50 })
    const answer = await ask(`${url}/ovirt-engine/api`)
    expect([answer.status, JSON.parse(answer.body.toString())]).toMatchObject([504, { reason: 'Engine does not answer' }])
  })

  test('an engine that dies in the middle of its answer ends the answer, not the gateway', async () => {
    const { url } = await gateway({
      url: await engine((_request, response) => {
        response.writeHead(200, { 'Content-Length': '100' })
        response.write('half', () => response.destroy())
      }),
    })
    await expect(ask(`${url}/ovirt-engine/api`)).rejects.toThrow(/aborted|hang up|ECONNRESET/)
    expect((await ask(`${url}/healthz`)).status).toBe(200)
  })

  test('a read over a connection that the engine has just closed is sent once more', async () => {
    let requests = 0
    const target = await engine((request, response) => {
      requests += 1
      if (requests === 2) request.socket.destroy()
      else response.end(`answer ${requests}`)
    })
    const { url } = await gateway({ url: target })
    expect((await ask(`${url}/ovirt-engine/api`)).body.toString()).toBe('answer 1')
    expect((await ask(`${url}/ovirt-engine/api`)).body.toString()).toBe('answer 3')
  })

  test('a change is never sent twice by itself', async () => {
    let changes = 0
    const target = await engine((request, response) => {
      if (request.method === 'GET') response.end('fine')
      else {
        changes += 1
        request.socket.destroy()
      }
    })
    const { url } = await gateway({ url: target })
    await ask(`${url}/ovirt-engine/api`)
    expect((await ask(`${url}/ovirt-engine/api/vms`, { method: 'POST', body: '{}' })).status).toBe(502)
    expect((await ask(`${url}/ovirt-engine/api/vms`, { method: 'DELETE' })).status).toBe(502)
    expect(changes).toBe(2)
  })

  test('a browser that goes away ends the request at the engine', async () => {
    const asked = signal()
    const ended = signal()
    const { url } = await gateway({
      url: await engine((_request, response) => {
        response.on('close', ended.give)
        asked.give()
      }),
    })
    const request = http.get(`${url}/ovirt-engine/api`)
    request.on('error', () => undefined)
    await asked.seen
    request.destroy()
    await expect(ended.seen).resolves.toBeUndefined()
  })

  test.each([
    ['announced', { 'Content-Length': '2000' }],
    ['found out on the way', { 'Transfer-Encoding': 'chunked' }],
  ])('a body that is too long is refused (%s)', async (_name, headers) => {
    const { url } = await gateway({
      url: await engine((request, response) => {
        request.on('end', () => response.end('taken')).resume()
      }),
    })
    const answer = await ask(`${url}/ovirt-engine/api/vms`, { method: 'POST', headers, body: 'x'.repeat(2000) })
    expect([answer.status, JSON.parse(answer.body.toString())]).toMatchObject([413, { reason: 'Request too long' }])
  })

  test('without an engine its paths are a fault, not the page', async () => {
    const { url } = await gateway()
    expect((await ask(`${url}/ovirt-engine/api`)).status).toBe(404)
  })
})
