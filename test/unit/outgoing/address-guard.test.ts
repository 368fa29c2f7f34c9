import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { createAddressGuard } from '../../../worker/outgoing/address-guard.ts'
import { judgeUrl } from '../../../worker/outgoing/judge-url.ts'
import { createNameServer, type NameServer } from '../../../worker/outgoing/name-server.ts'
import { err, ok } from '../../../worker/result.ts'

const problemOf = (text: string, allowPrivate = false) => {
  const judged = judgeUrl(text, { allowPrivate })
  return judged.ok ? null : judged.error
}

describe('the text of an address', () => {
  test.each([
    ['https://api.upstage.ai/v1', null],
    ['https://api.example.com:8443/v1', null],
    ['https://api.example.com:443/v1', null],
    ['https://[2606:4700::1111]/v1', null],
    ['https://한국.example/v1', null],
    ['http://api.example.com/v1', 'not_https'],
    ['ftp://api.example.com', 'unreadable'],
    ['javascript:alert(1)', 'unreadable'],
    ['api.example.com/v1', 'unreadable'],
    ['https://', 'unreadable'],
    [`https://a.example/${'x'.repeat(500)}`, 'unreadable'],
    ['https://me:pass@api.example.com', 'credentials'],
    ['https://me@api.example.com', 'credentials'],
    ['https://api.example.com:22', 'port'],
    ['https://api.example.com:80', 'port'],
    ['https://localhost/v1', 'private'],
    ['https://LOCALHOST./v1', 'private'],
    ['https://a.localhost/v1', 'private'],
    ['https://printer.local', 'private'],
    ['https://metadata.google.internal/', 'private'],
    ['https://router.home.arpa', 'private'],
    ['https://intranet/', 'private'],
    ['https://127.0.0.1/', 'private'],
    ['https://2130706433/', 'private'],
    ['https://0x7f000001/', 'private'],
    ['https://0177.0.0.1/', 'private'],
    ['https://127.1/', 'private'],
    ['https://１２７.０.０.１/', 'private'],
    ['https://169.254.169.254/latest', 'private'],
    ['https://[::1]/', 'private'],
    ['https://[::ffff:127.0.0.1]/', 'private'],
    ['https://[::ffff:7f00:1]/', 'private'],
    ['https://[fd00::1]/', 'private'],
    ['https://10.0.0.1./', 'private'],
    ['https://local。local/', 'private'],
  ])('%s: %s', (text, problem) => expect(problemOf(text)).toBe(problem))

  it('of a private network is taken where the operator allows it, but never with credentials', () => {
    expect(problemOf('http://127.0.0.1:8080/v1', true)).toBeNull()
    expect(problemOf('http://ollama:11434/v1', true)).toBeNull()
    expect(problemOf('http://a:b@127.0.0.1/v1', true)).toBe('credentials')
    expect(problemOf('file:///etc/passwd', true)).toBe('unreadable')
  })

  it('never lets a loopback address through, however it is spelt', () => {
    const spellings = fc
      .tuple(
        fc.integer({ min: 0, max: 255 }),
        fc.integer({ min: 0, max: 255 }),
        fc.integer({ min: 0, max: 255 }),
        fc.constantFrom('dec', 'hex', 'oct', 'one', 'short', 'mapped'),
      )
      .map(([b, c, d, how]) => {
        const whole = ((127 * 256 + b) * 256 + c) * 256 + d
        switch (how) {
          case 'dec':
            return `127.${b}.${c}.${d}`
          case 'hex':
            return `0x7f.0x${b.toString(16)}.${c}.${d}`
          case 'oct':
            return `0177.0${b.toString(8)}.${c}.${d}`
          case 'one':
            return String(whole)
          case 'short':
            return `127.${(b * 256 + c) * 256 + d}`
          case 'mapped':
            return `[::ffff:127.${b}.${c}.${d}]`
        }
      })
    fc.assert(
      fc.property(spellings, (host) => {
        expect(problemOf(`https://${host}/v1`)).toBe('private')
      }),
    )
  })

  it('never throws, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.string().map((text) => `https://${text}`),
        ),
        (text) => {
          const strict = judgeUrl(text, { allowPrivate: false })
          const lenient = judgeUrl(text, { allowPrivate: true })
          expect([strict.ok, lenient.ok]).not.toEqual([true, false])
        },
      ),
    )
  })
})

/** A name server that answers from a script and can be switched off; a clock that is moved by hand. */
function world(names: Record<string, readonly string[]>) {
  const state = { now: 0, isDown: false, asked: 0 }
  const server: NameServer = {
    resolve(host) {
      state.asked += 1
      if (state.isDown) return Promise.resolve(err('unresolved'))
      const found = names[host]
      return Promise.resolve(found ? ok(found) : err('no_such_name'))
    },
  }
  const called: string[] = []
  const redirects: unknown[] = []
  const guard = createAddressGuard({
    allowPrivate: false,
    names: server,
    now: () => state.now,
    fetch: (input, init) => {
      called.push(input instanceof Request ? input.url : String(input))
      redirects.push(init?.redirect)
      return Promise.resolve(new Response('ok'))
    },
  })
  return { state, names, guard, called, redirects }
}

describe('what a name stands for', () => {
  it('decides, and every one of its addresses must be public', async () => {
    const { guard } = world({
      'good.example': ['93.184.215.14', '2606:2800::1'],
      'mixed.example': ['93.184.215.14', '10.0.0.1'],
      'v6.example': ['93.184.215.14', 'fd00::1'],
    })
    expect(await guard.admit('https://good.example/v1')).toEqual(ok(null))
    expect(await guard.admit('https://mixed.example/v1')).toEqual(err('private'))
    expect(await guard.admit('https://v6.example/v1')).toEqual(err('private'))
    expect(await guard.admit('https://nowhere.example/v1')).toEqual(err('no_such_name'))
  })

  it('is looked up again: a name that turns inward is refused from then on', async () => {
    const { guard, names, state, called } = world({ 'turning.example': ['93.184.215.14'] })
    await guard.fetch('https://turning.example/v1')
    names['turning.example'] = ['127.0.0.1']
    await guard.fetch('https://turning.example/v1')
    state.now += 61_000
    await expect(guard.fetch('https://turning.example/v1')).rejects.toThrow('private')
    expect(called).toHaveLength(2)
  })

  it('is not accepted as new while nobody can be asked; what was accepted goes on by the last verdict', async () => {
    const { guard, state, called } = world({
      'good.example': ['93.184.215.14'],
      'bad.example': ['10.0.0.1'],
    })
    state.isDown = true
    expect(await guard.admit('https://good.example')).toEqual(err('unresolved'))
    // Another isolate admitted it before it was stored: this one has no verdict of its own.
    await guard.fetch('https://good.example')
    state.isDown = false
    expect(await guard.admit('https://bad.example')).toEqual(err('private'))
    state.isDown = true
    state.now += 61_000
    await expect(guard.fetch('https://bad.example.')).rejects.toThrow('private')
    expect(called).toHaveLength(1)
  })

  it('is not waited for longer than the caller waits', async () => {
    const guard = createAddressGuard({
      allowPrivate: false,
      names: { resolve: () => new Promise(() => undefined) },
      now: () => 0,
      fetch: () => Promise.resolve(new Response('ok')),
    })
    const call = guard.fetch('https://slow.example/v1', { signal: AbortSignal.timeout(30) })
    await expect(call).rejects.toThrow('looked up')
    await expect(guard.fetch('https://slow.example', { signal: AbortSignal.abort() })).rejects.toThrow(
      'looked up',
    )
  })

  it('is asked once a minute, and redirects are left to the caller', async () => {
    const { guard, state, redirects } = world({ 'good.example': ['93.184.215.14'] })
    for (let call = 0; call < 5; call++) await guard.fetch('https://good.example/v1', { redirect: 'follow' })
    expect(state.asked).toBe(1)
    expect(new Set(redirects)).toEqual(new Set(['manual']))
  })
})

describe('DNS over HTTPS', () => {
  const answering = (of: (type: string) => Response | Promise<Response>) =>
    createNameServer('https://dns.example/dns-query', (input) =>
      Promise.resolve(of(new URL(new Request(input as RequestInfo).url).searchParams.get('type') ?? '')),
    )
  const json = (body: unknown) => new Response(JSON.stringify(body))

  it('joins both families and skips aliases', async () => {
    const names = answering((type) =>
      json({
        Status: 0,
        Answer: [
          { type: 5, data: 'alias.example.' },
          type === 'A' ? { type: 1, data: '93.184.215.14' } : { type: 28, data: '2606:2800::1' },
        ],
      }),
    )
    expect(await names.resolve('a.example')).toEqual(ok(['93.184.215.14', '2606:2800::1']))
  })

  it('needs both answers, and a readable one', async () => {
    const half = answering((type) =>
      type === 'A' ? json({ Status: 0, Answer: [{ type: 1, data: '93.184.215.14' }] }) : json({ Status: 2 }),
    )
    expect(await half.resolve('a.example')).toEqual(err('unresolved'))
    for (const response of [
      () => new Response('<html>'),
      () => new Response('', { status: 500 }),
      () => Promise.reject(new Error('down')),
    ]) {
      expect(await answering(response).resolve('a.example')).toEqual(err('unresolved'))
    }
  })

  it('says when there is no such name', async () => {
    expect(await answering(() => json({ Status: 3 })).resolve('a.example')).toEqual(err('no_such_name'))
    expect(await answering(() => json({ Status: 0 })).resolve('a.example')).toEqual(err('no_such_name'))
  })
})
