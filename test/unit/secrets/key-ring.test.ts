import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { err, ok } from '../../../worker/result.ts'
import { createKeyRing } from '../../../worker/secrets/key-ring.ts'

const OLD = 'the operator wrote this down in 2026'
const NEW = 'and a year later another one of these'

describe('a key ring', () => {
  it('opens what it has sealed, for the same owner only', async () => {
    const ring = createKeyRing([OLD])
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.string(), async (text, owner) => {
        const sealed = await ring.seal(text, owner)
        expect(await ring.open(sealed, owner)).toEqual(ok(text))
        expect(await ring.open(sealed, `${owner}x`)).toEqual(err('damaged'))
      }),
      { numRuns: 30 },
    )
  })

  it('shows nothing of the text, and never the same twice', async () => {
    const ring = createKeyRing([OLD])
    const [one, two] = [await ring.seal('up_secret_key', 'shop'), await ring.seal('up_secret_key', 'shop')]
    expect(one).not.toBe(two)
    expect(one).toMatch(/^v1\.[\w-]{8}\.[\w-]{16}\.[\w-]+$/)
    expect(one).not.toContain('up_secret')
  })

  it('notices every change of a sealed text', async () => {
    const ring = createKeyRing([OLD])
    const sealed = await ring.seal('up_secret_key', 'shop')
    const start = sealed.lastIndexOf('.') + 1
    for (let at = start; at < sealed.length - 1; at++) {
      const changed = `${sealed.slice(0, at)}${sealed[at] === 'A' ? 'B' : 'A'}${sealed.slice(at + 1)}`
      expect(await ring.open(changed, 'shop')).toEqual(err('damaged'))
    }
  })

  it('takes a new secret in front and still opens what the old one sealed', async () => {
    const sealed = await createKeyRing([OLD]).seal('up_secret_key', 'shop')
    const both = createKeyRing([NEW, OLD])
    expect(await both.open(sealed, 'shop')).toEqual(ok('up_secret_key'))
    expect(await both.isStale(sealed)).toBe(true)
    const again = await both.seal('up_secret_key', 'shop')
    expect(await both.isStale(again)).toBe(false)
    expect(await createKeyRing([NEW]).open(again, 'shop')).toEqual(ok('up_secret_key'))
    expect(await createKeyRing([NEW]).open(sealed, 'shop')).toEqual(err('unknown_key'))
  })

  it('never throws, whatever it is given to open', async () => {
    const ring = createKeyRing([OLD])
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string(),
          fc.string().map((text) => `v1.${text}.${text}.${text}`),
        ),
        async (text) => {
          expect((await ring.open(text, 'shop')).ok).toBe(false)
        },
      ),
    )
  })
})
