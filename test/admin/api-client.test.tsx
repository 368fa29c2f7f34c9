import { describe, expect, it, vi } from 'vitest'
import { createClient } from '../../admin/api/client.ts'
import { uploadFile } from '../../admin/api/upload.ts'
import { buildExplained, buildImport, buildSettings } from './support/build-answers.ts'

const KEY = 'sk_abcdefghijkl_secret'

const json = (body: unknown, init: ResponseInit = {}) => new Response(JSON.stringify(body), init)
const refusal = (code: string) => ({ error: { code, message: 'Not this.', field: 'ramp', request_id: 'r9' } })

/** A client whose server gives one answer to everything, and the requests it saw. */
function clientOf(answer: () => Response | Promise<Response>, onUnauthorized?: () => void) {
  const seen: Request[] = []
  const fetch: typeof globalThis.fetch = (input, init) => {
    seen.push(new Request(new URL(typeof input === 'string' ? input : '', 'https://edge.example'), init))
    return Promise.resolve(answer())
  }
  return { client: createClient({ key: KEY, fetch, ...(onUnauthorized ? { onUnauthorized } : {}) }), seen }
}

describe('the client of the shop API', () => {
  it('sends the key in a header and never in the address', async () => {
    const { client, seen } = clientOf(() => json(buildExplained()))
    await client.explain({
      q: 'red lamp',
      limit: 5,
      without: ['color:red'],
      signal: new AbortController().signal,
    })
    const [request] = seen
    expect(request?.headers.get('Authorization')).toBe(`Bearer ${KEY}`)
    expect(request?.url).not.toContain('secret')
    const query = new URL(request?.url ?? '').searchParams
    expect([query.get('q'), query.get('limit'), query.get('without')]).toEqual(['red lamp', '5', 'color:red'])
  })

  it('gives what the contract promises', async () => {
    const { client } = clientOf(() => json(buildSettings({ ramp: 40 })))
    expect(await client.settings()).toMatchObject({ ok: true, value: { ramp: 40 } })
  })

  it('gives the error of the contract with its code, field and id', async () => {
    const { client } = clientOf(() => json(refusal('bad_request'), { status: 400 }))
    expect(await client.changeSettings({ ramp: 101 })).toEqual({
      ok: false,
      failure: {
        kind: 'refused',
        status: 400,
        code: 'bad_request',
        message: 'Not this.',
        field: 'ramp',
        requestId: 'r9',
      },
    })
  })

  it('says how long to wait when asked too often', async () => {
    const { client } = clientOf(() =>
      json(refusal('rate_limited'), { status: 429, headers: { 'Retry-After': '7' } }),
    )
    expect(await client.settings()).toMatchObject({ failure: { code: 'rate_limited', retryAfterSeconds: 7 } })
  })

  it.each([
    ['a page of a proxy', () => new Response('<html>502</html>', { status: 502 }), 502],
    ['a success without sense', () => json({ name: 'no settings' }), 200],
    ['nothing where something is due', () => new Response('', { status: 200 }), 200],
    ['an error of another shape', () => json({ message: 'no' }, { status: 403 }), 403],
  ])('calls %s unreadable', async (_name, answer, status) => {
    const { client } = clientOf(answer)
    expect(await client.settings()).toEqual({ ok: false, failure: { kind: 'unreadable', status } })
  })

  it('tells a server that does not answer from a question that was taken back', async () => {
    const { client } = clientOf(() => Promise.reject(new TypeError('network')))
    expect(await client.settings()).toEqual({ ok: false, failure: { kind: 'unreachable' } })
    const abort = new AbortController()
    abort.abort()
    const taken = await client.explain({ q: 'a', limit: 1, without: [], signal: abort.signal })
    expect(taken).toEqual({ ok: false, failure: { kind: 'aborted' } })
  })

  it('tells the session when the key no longer works, and only then', async () => {
    const onUnauthorized = vi.fn<() => void>()
    await clientOf(() => json(refusal('forbidden'), { status: 403 }), onUnauthorized).client.imports()
    expect(onUnauthorized).not.toHaveBeenCalled()
    await clientOf(() => json(refusal('unauthorized'), { status: 401 }), onUnauthorized).client.imports()
    expect(onUnauthorized).toHaveBeenCalledOnce()
  })

  it('takes an answer without a body for what it is', async () => {
    const { client, seen } = clientOf(() => new Response(null, { status: 204 }))
    expect(await client.restoreCatalogue(3)).toEqual({ ok: true, value: null })
    expect(seen[0]?.method).toBe('POST')
    expect(new URL(seen[0]?.url ?? '').pathname).toBe('/v1/admin/catalogues/3/restore')
  })

  it('escapes an id that comes from the address', async () => {
    const { client, seen } = clientOf(() => json(buildImport()))
    await client.importStatus('../settings')
    expect(seen[0]?.url).toContain('/v1/admin/imports/..%2Fsettings')
  })
})

/** As much of XMLHttpRequest as an upload uses. */
class FakeRequest extends EventTarget {
  readonly upload = new EventTarget()
  readonly headers = new Map<string, string>()
  address = ''
  sent: unknown
  status = 0
  responseText = ''
  open(_method: string, address: string) {
    this.address = address
  }
  setRequestHeader(name: string, value: string) {
    this.headers.set(name, value)
  }
  getResponseHeader() {
    return null
  }
  send(body: unknown) {
    this.sent = body
  }
  abort() {
    this.dispatchEvent(new Event('abort'))
  }
  answer(status: number, body: unknown) {
    this.status = status
    this.responseText = JSON.stringify(body)
    this.dispatchEvent(new Event('load'))
  }
  progress(loaded: number) {
    this.upload.dispatchEvent(Object.assign(new Event('progress'), { loaded }))
  }
}

function uploading(signal = new AbortController().signal) {
  const request = new FakeRequest()
  const steps: [number, number][] = []
  const file = new File(['id,title\n1,a'], 'a.csv')
  const answer = uploadFile(
    KEY,
    {
      file,
      kind: 'reviews',
      mode: 'replace',
      signal,
      onProgress: (sent, total) => steps.push([sent, total]),
    },
    request as unknown as XMLHttpRequest,
  )
  return { request, steps, file, answer }
}

describe('an upload', () => {
  it('says what the file is, tells how much has left, and ends with the id of the import', async () => {
    const { request, steps, file, answer } = uploading()
    expect(request.address).toBe('/v1/admin/imports?kind=reviews&mode=replace')
    expect(request.headers.get('Authorization')).toBe(`Bearer ${KEY}`)
    expect(request.sent).toBe(file)
    request.progress(4)
    request.progress(12)
    request.answer(202, { import: 'i7' })
    expect(await answer).toEqual({ ok: true, value: 'i7' })
    expect(steps).toEqual([
      [4, file.size],
      [12, file.size],
    ])
  })

  it('gives the server’s refusal', async () => {
    const { request, answer } = uploading()
    request.answer(413, refusal('too_large'))
    expect(await answer).toMatchObject({ ok: false, failure: { kind: 'refused', code: 'too_large' } })
  })

  it('can be stopped', async () => {
    const abort = new AbortController()
    const { answer } = uploading(abort.signal)
    abort.abort()
    expect(await answer).toEqual({ ok: false, failure: { kind: 'aborted' } })
  })

  it('is unreachable when the connection breaks', async () => {
    const { request, answer } = uploading()
    request.dispatchEvent(new Event('error'))
    expect(await answer).toEqual({ ok: false, failure: { kind: 'unreachable' } })
  })
})
