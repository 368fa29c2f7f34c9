import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { modelPurposes, type ModelPurpose } from '../../../worker/contract/vocabulary.ts'
import { chooseModel } from '../../../worker/models/choose-model.ts'
import { noModels, type ShopModels, type StoredEndpoint } from '../../../worker/ports/shop-models.ts'

const endpoint = (id: string, more: Partial<StoredEndpoint> = {}): StoredEndpoint => ({
  id,
  kind: 'openai',
  base_url: `https://${id}.example/v1`,
  model: 'm',
  dialect: 'compatible',
  overseas: false,
  third_party: false,
  sealedKey: null,
  keyHint: null,
  probe: null,
  ...more,
})

const all = { offers: true, hasPlatform: true }
const choose = (models: Partial<ShopModels>, purpose: ModelPurpose = 'rerank', installation = all) => {
  const choice = chooseModel({ ...noModels, ...models }, purpose, installation)
  return choice.from === 'shop' ? choice.endpoint.id : choice.from === 'default' ? 'default' : choice.because
}

describe('who serves a shop', () => {
  it('is the installation while the shop has nothing of its own, or nobody', () => {
    expect(choose({})).toBe('default')
    expect(choose({}, 'rerank', { offers: false, hasPlatform: true })).toBe('not_configured')
  })

  it("is the shop's first endpoint for all but vectors, unless it names another", () => {
    const endpoints = [endpoint('a'), endpoint('b')]
    expect(modelPurposes.map((purpose) => choose({ endpoints, serves: { answer: 'b' } }, purpose))).toEqual([
      'a',
      'a',
      'a',
      'a',
      'b',
      'default',
    ])
    expect(choose({ endpoints, serves: { rerank: 'default' } })).toBe('default')
    expect(choose({ endpoints, serves: { rerank: 'none' } })).toBe('switched_off')
  })

  it('is never an embedder, unless for vectors', () => {
    const models = { endpoints: [endpoint('vectors'), endpoint('chat')], serves: { embed: 'vectors' } }
    expect(choose(models)).toBe('chat')
    expect(choose(models, 'embed')).toBe('vectors')
    expect(choose({ endpoints: [endpoint('vectors')], serves: { embed: 'vectors' } })).toBe('default')
  })

  it('skips a platform that is not there', () => {
    const endpoints = [endpoint('lent', { kind: 'workers-ai' }), endpoint('own')]
    expect(choose({ endpoints })).toBe('lent')
    expect(choose({ endpoints }, 'rerank', { offers: true, hasPlatform: false })).toBe('own')
  })
})

describe('a restriction', () => {
  it('holds for every set-up: only own endpoints that are not declared otherwise are ever called', () => {
    const endpoints = fc.uniqueArray(
      fc.record({
        id: fc.constantFrom('a', 'b', 'c'),
        kind: fc.constantFrom('openai' as const, 'workers-ai' as const),
        overseas: fc.boolean(),
        third_party: fc.boolean(),
      }),
      { selector: ({ id }) => id },
    )
    const serves = fc.dictionary(
      fc.constantFrom(...modelPurposes),
      fc.constantFrom('a', 'b', 'c', 'default', 'none', 'gone'),
    )
    const processing = fc.record({ overseas: fc.boolean(), third_party: fc.boolean() })
    const installation = fc.record({ offers: fc.boolean(), hasPlatform: fc.boolean() })
    fc.assert(
      fc.property(
        endpoints,
        serves,
        processing,
        installation,
        fc.constantFrom(...modelPurposes),
        (typed, named, allowed, has, purpose) => {
          const list = typed.map(({ id, ...more }) => endpoint(id, more))
          const choice = chooseModel(
            { ...noModels, endpoints: list, serves: named, processing: allowed },
            purpose,
            has,
          )
          const isRestricted = !allowed.overseas || !allowed.third_party
          const chosen = choice.from === 'shop' ? choice.endpoint : null
          expect(isRestricted && choice.from === 'default').toBe(false)
          expect(isRestricted && chosen?.kind === 'workers-ai').toBe(false)
          expect(!allowed.overseas && chosen?.overseas === true).toBe(false)
          expect(!allowed.third_party && chosen?.third_party === true).toBe(false)
          expect(!has.offers && choice.from === 'default').toBe(false)
        },
      ),
      { numRuns: 2_000 },
    )
  })
})
