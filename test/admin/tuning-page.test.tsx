import { render } from 'preact'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { answered, type Answer } from '../../admin/api/answer.ts'
import type { Client } from '../../admin/api/client.ts'
import { createDesk } from '../../admin/desk.ts'
import { language } from '../../admin/messages/language.ts'
import { TuneHit } from '../../admin/pages/tuning/tune-hit.tsx'
import { TuningPage } from '../../admin/pages/tuning/tuning-page.tsx'
import { createRouter, type Router } from '../../admin/router.ts'
import type {
  Rule,
  RulesPreviewRequest,
  RulesRequest,
  RulesResponse,
  SynonymsRequest,
  SynonymsResponse,
} from '../../worker/contract/tuning.ts'
import { buildExplained, buildProduct, buildRule, buildSettings, refused } from './support/build-answers.ts'
import { settled } from './support/deferred.ts'

let root: HTMLElement
let router: Router

beforeEach(() => {
  root = document.createElement('div')
  document.body.append(root)
  language.value = 'en'
  location.hash = '#/tuning'
  router = createRouter(window)
})
afterEach(() => {
  render(null, root)
  root.remove()
  router.dispose()
})

function open(first: readonly Rule[] = []) {
  let rules: RulesResponse = { version: 0, rules: [...first] }
  let synonyms: SynonymsResponse = { version: 0, synonyms: [] }
  const trials: RulesPreviewRequest[] = []
  const no = () => Promise.resolve(refused('internal', 500))
  const hit = (id: string) => ({
    id,
    title: `Title of ${id}`,
    price: 1,
    currency: 'USD',
    availability: 'in_stock' as const,
  })
  const client: Client = {
    settings: no,
    changeSettings: no,
    catalogues: no,
    restoreCatalogue: no,
    imports: no,
    importStatus: no,
    decideImport: no,
    sync: no,
    reindex: no,
    explain: () => Promise.resolve(answered(buildExplained())),
    upload: no,
    brands: no,
    saveBrands: no,
    queryLists: no,
    saveQueryLists: no,
    tags: no,
    product: (id) =>
      Promise.resolve(
        id === 'A-1' ? answered(buildProduct({ id, title: 'Brass lamp' })) : refused('not_found', 404),
      ),
    rules: () => Promise.resolve(answered(rules)),
    saveRules: (request: RulesRequest): Promise<Answer<RulesResponse>> => {
      rules = {
        version: rules.version + 1,
        rules: request.rules.map((rule) => ({ ...rule, id: rule.id ?? 'x' })),
      }
      return Promise.resolve(answered(rules))
    },
    synonyms: () => Promise.resolve(answered(synonyms)),
    saveSynonyms: (request: SynonymsRequest): Promise<Answer<SynonymsResponse>> => {
      synonyms = {
        version: synonyms.version + 1,
        synonyms: request.synonyms.map((entry) => ({ ...entry, id: entry.id ?? 'x' })),
      }
      return Promise.resolve(answered(synonyms))
    },
    previewRules: (request) => {
      trials.push(request)
      return Promise.resolve(
        answered({
          before: { hits: ['a', 'b'].map(hit), total: 2 },
          after: { hits: ['b', 'a'].map(hit), total: 2 },
          tuning: {
            synonyms: [],
            rules: [{ id: request.rules.at(-1)?.id ?? '', name: 'x', matched: true, did: [] }],
          },
        }),
      )
    },
  }
  const desk = createDesk(client, buildSettings(), router)
  return { desk, trials, rules: () => rules.rules, synonyms: () => synonyms.synonyms }
}

const named = (name: string): HTMLElement => {
  const all = [...root.querySelectorAll<HTMLElement>('button, a, input, select')]
  const found = all.find((one) => (one.getAttribute('aria-label') ?? one.textContent ?? '').trim() === name)
  if (!found) throw new Error(`nothing is named ${name}: ${all.map((one) => one.textContent).join(' | ')}`)
  return found
}
const press = async (name: string): Promise<void> => {
  named(name).click()
  await settled()
}
const type = async (id: string, text: string): Promise<void> => {
  const input = root.querySelector<HTMLInputElement>(`#${id}`)
  if (!input) throw new Error(`no field ${id}`)
  input.value = text
  input.dispatchEvent(new Event('input', { bubbles: true }))
  await settled()
}
async function show(world: ReturnType<typeof open>, hash = '#/tuning'): Promise<void> {
  location.hash = hash
  window.dispatchEvent(new Event('hashchange'))
  await world.desk.tuning.load()
  render(<TuningPage desk={world.desk} />, root)
  await settled()
}

describe('the tuning page', () => {
  it('teaches the next step while there is nothing', async () => {
    await show(open())
    expect(root.querySelector('h1')?.textContent).toBe('Nothing is tuned by hand yet')
    expect(root.querySelector('.empty a.primary')?.getAttribute('href')).toBe('#/search')
    language.value = 'ko'
    await settled()
    expect(root.querySelector('.empty')?.textContent).toContain('여기에 고정')
  })

  it('lists rules in words, turns one off, moves and deletes one, and takes it back', async () => {
    const world = open([buildRule({ id: 'one', name: 'One' }), buildRule({ id: 'two', name: 'Two' })])
    await show(world)
    await settled()
    await settled()
    await settled()
    expect(root.querySelector('.rule')?.textContent).toContain('search is “lamp”')
    expect(root.querySelector('.rule')?.textContent).toContain('pins Brass lamp at 1')
    await press('On: One')
    expect(world.rules()[0]?.enabled).toBe(false)
    await press('Move down: One')
    expect(world.rules().map(({ id }) => id)).toEqual(['two', 'one'])
    await settled()
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Move down: One')
    await press('Delete: Two')
    expect(world.rules().map(({ id }) => id)).toEqual(['one'])
    world.desk.notices.notice.value?.undo?.()
    await settled()
    expect(world.rules().map(({ id }) => id)).toEqual(['two', 'one'])
  })

  it('adds synonyms, and says what to mend first', async () => {
    const world = open()
    await show(world, '#/tuning/synonyms')
    await press('Add synonyms')
    await type('tune-words', 'sofa')
    await press('Save')
    const problem = root.querySelector('[role=alert]')
    expect(problem?.textContent).toBe('Write at least two different words.')
    expect(root.querySelector('#tune-words')?.getAttribute('aria-describedby')).toBe(problem?.id)
    expect(world.synonyms()).toEqual([])
    await type('tune-words', 'sofa, couch')
    await press('Save')
    expect(world.synonyms()).toMatchObject([{ kind: 'two_way', words: ['sofa', 'couch'] }])
    expect(root.querySelector('.synonym')?.textContent).toContain('sofa')
    await press('Delete: sofa, couch')
    expect(world.synonyms()).toEqual([])
  })
})

describe('the form of a rule', () => {
  it('names what to mend, leads to the first of it and saves nothing', async () => {
    const world = open()
    await show(world, '#/tuning/new?q=lamp')
    await press('Save')
    expect(document.activeElement?.id).toBe('tune-name')
    expect(root.querySelector('#tune-name')?.getAttribute('aria-invalid')).toBe('true')
    expect(root.querySelector('output')?.textContent).toBe('2 things to mend before it can be saved')
    expect(world.rules()).toEqual([])
  })

  it('shows what the rule would do, pins from there, and saves', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const world = open([buildRule({ id: 'other', name: 'Other' })])
    const rest = async () => vi.advanceTimersByTimeAsync(1000)
    location.hash = '#/tuning/new?q=lamp'
    window.dispatchEvent(new Event('hashchange'))
    await world.desk.tuning.load()
    render(<TuningPage desk={world.desk} />, root)
    await rest()
    expect(world.trials).toEqual([])
    named('Pin a product').click()
    await rest()
    const product = root.querySelector<HTMLInputElement>('#tune-actions-0-product')
    if (!product) throw new Error('no field for the product')
    product.value = 'b'
    product.dispatchEvent(new Event('input', { bubbles: true }))
    await rest()
    expect(world.trials.at(-1)).toMatchObject({ q: 'lamp', against: [{ id: 'other' }] })
    expect(world.trials.at(-1)?.rules.at(-1)).toMatchObject({
      then: [{ do: 'pin', product: 'b', position: 1 }],
    })
    expect(root.querySelector('.compared-lists')?.textContent).toContain('up 1')
    named('Hide: Title of a').click()
    await rest()
    const name = root.querySelector<HTMLInputElement>('#tune-name')
    if (!name) throw new Error('no field for the name')
    name.value = 'Mine'
    name.dispatchEvent(new Event('input', { bubbles: true }))
    await rest()
    named('Save').click()
    await rest()
    vi.useRealTimers()
    expect(world.rules().at(-1)).toMatchObject({
      name: 'Mine',
      enabled: true,
      when: { query: { match: 'is', words: ['lamp'] } },
      then: [
        { do: 'pin', product: 'b', position: 1 },
        { do: 'hide', where: { products: ['a'] } },
      ],
    })
    expect(location.hash).toBe('#/tuning/rules')
  })

  it('is still there after a look at another page', async () => {
    const world = open([buildRule({ id: 'one', name: 'One' })])
    await show(world, '#/tuning/one')
    await type('tune-name', 'Half done')
    render(null, root)
    await show(world, '#/tuning/one')
    expect(root.querySelector<HTMLInputElement>('#tune-name')?.value).toBe('Half done')
    await press('Cancel')
    await show(world, '#/tuning/one')
    expect(root.querySelector<HTMLInputElement>('#tune-name')?.value).toBe('One')
  })
})

describe('beside a result', () => {
  it('pins and hides for the words that were searched', async () => {
    const world = open()
    await world.desk.tuning.load()
    const hit = { id: 'a', title: 'Lamp A', price: 1, currency: 'USD', availability: 'in_stock' as const }
    render(<TuneHit desk={world.desk} hit={hit} place={4} query="lamp" trace={undefined} />, root)
    await press('Pin here: Lamp A, place 4 for these words')
    expect(world.rules()).toMatchObject([
      { name: 'Search “lamp”', then: [{ do: 'pin', product: 'a', position: 4 }] },
    ])
    await press('Hide: Lamp A, for these words')
    expect(world.rules()).toMatchObject([{ then: [{ do: 'hide', where: { products: ['a'] } }] }])
    world.desk.notices.notice.value?.undo?.()
    await settled()
    expect(world.rules()).toMatchObject([{ then: [{ do: 'pin', product: 'a', position: 4 }] }])
  })
})
