import { render } from 'preact'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Client } from '../../admin/api/client.ts'
import { answered } from '../../admin/api/answer.ts'
import { createDesk } from '../../admin/desk.ts'
import { WordsPage } from '../../admin/pages/words/words-page.tsx'
import { createWordsModel, readList } from '../../admin/pages/words/words-model.ts'
import { createRouter } from '../../admin/router.ts'
import type { TagDeskResponse } from '../../worker/contract/tags.ts'
import type { BrandEntry, QueryLists } from '../../worker/contract/typing.ts'
import type { SettingsPatch } from '../../worker/contract/shops.ts'
import { eventually } from '../support/eventually.ts'
import { buildSettings } from './support/build-answers.ts'

const brands: BrandEntry[] = [
  { brand: 'Nike', spellings: ['나이키', 'ナイキ'], source: 'list' },
  { brand: 'Acme', spellings: ['아크미'], source: 'merchant' },
]

const tags: TagDeskResponse['tags'] = [
  { id: 'mood:cozy', kind: 'mood', label: 'Cosy', count: 9, hidden: false },
  {
    id: 'feature:organic',
    kind: 'feature',
    label: 'Organic',
    count: 4,
    hidden: false,
    not_shown: { because: 'natural-organic', law: '7 CFR 205', needs: 'proof' },
  },
]

/** A server that keeps what is put. */
function fakeServer() {
  const sent: { brands: unknown[]; lists: QueryLists[]; settings: SettingsPatch[] } = {
    brands: [],
    lists: [],
    settings: [],
  }
  const client = {
    brands: async () => answered(brands),
    saveBrands: async (own: readonly { brand: string; spellings: string[] }[]) => {
      sent.brands.push(own)
      return answered(
        brands.map((entry): BrandEntry => {
          const mine = own.find(({ brand }) => brand === entry.brand)
          return mine ? { ...mine, source: 'merchant' } : { ...entry, source: 'rule' }
        }),
      )
    },
    tags: async () => answered(tags),
    queryLists: async () => answered({ queries: ['무료'], popular: [] }),
    saveQueryLists: async (lists: QueryLists) => {
      sent.lists.push(lists)
      return answered(lists)
    },
    changeSettings: async (patch: SettingsPatch) => {
      sent.settings.push(patch)
      return answered({ ...buildSettings(), ...patch } as ReturnType<typeof buildSettings>)
    },
  } as unknown as Client
  return { client, sent }
}

describe('the list a merchant types', () => {
  it.each([
    ['a, b ,a', ['a', 'b']],
    ['하나\n둘，셋、넷', ['하나', '둘', '셋', '넷']],
    [' , \n', []],
  ])('%j', (text, list) => {
    expect(readList(text)).toEqual(list)
  })
})

describe('spellings', () => {
  it('of one brand leave the merchant’s others as they are', async () => {
    const { client, sent } = fakeServer()
    const model = createWordsModel(client)
    await model.load()
    await model.spell('Nike', ['스우시'])
    expect(sent.brands).toEqual([
      [
        { brand: 'Acme', spellings: ['아크미'] },
        { brand: 'Nike', spellings: ['스우시'] },
      ],
    ])
    await model.spell('Acme', null)
    expect(sent.brands.at(-1)).toEqual([{ brand: 'Nike', spellings: ['스우시'] }])
  })
})

describe('the page', () => {
  let root: HTMLElement
  beforeEach(() => {
    root = document.createElement('div')
    document.body.append(root)
  })
  afterEach(() => {
    render(null, root)
    root.remove()
  })

  const open = async () => {
    const server = fakeServer()
    const desk = createDesk(server.client, buildSettings(), createRouter(window))
    render(<WordsPage desk={desk} />, root)
    await eventually(() => root.querySelectorAll('tbody tr').length).toBe(3)
    return { ...server, desk }
  }
  const field = (selector: string): HTMLInputElement => {
    const found = root.querySelector(selector)
    if (!found) throw new Error(`no ${selector}`)
    return found as HTMLInputElement
  }
  const change = (selector: string, value: string): void => {
    const input = field(selector)
    input.value = value
    input.dispatchEvent(new Event('change', { bubbles: true }))
  }

  it('lists the tags that are searchable and not shown, with the reason and the law', async () => {
    await open()
    const rows = [...root.querySelectorAll('#unshown-tags tbody tr')].map((row) => row.textContent)
    expect(rows).toEqual([
      'Organic4Organic, natural and vegan need a certificate or proof. ' +
        'It is shown for products whose own data says so, or that you tag by hand. 7 CFR 205',
    ])
  })

  it('saves a spelling when the field is left', async () => {
    const { sent } = await open()
    change('tbody tr input', '나이키, 스우시')
    await eventually(() => sent.brands).toEqual([
      [
        { brand: 'Acme', spellings: ['아크미'] },
        { brand: 'Nike', spellings: ['나이키', '스우시'] },
      ],
    ])
    expect(sent.brands).toHaveLength(1)
  })

  it('saves the lists', async () => {
    const { sent } = await open()
    change('#list-popular', '여름 신상\n원피스')
    await eventually(() => sent.lists).toEqual([{ queries: ['무료'], popular: ['여름 신상', '원피스'] }])
    expect(sent.lists).toHaveLength(1)
  })

  it('adds a page only with an address', async () => {
    const { sent } = await open()
    const form = root.querySelector<HTMLFormElement>('form.word-form')
    field('[name=title]').value = '반품 안내'
    field('[name=link]').value = 'javascript:alert(1)'
    form?.requestSubmit()
    await eventually(() => root.querySelectorAll('[role=alert]').length).toBe(1)
    expect(sent.settings).toEqual([])
    field('[name=link]').value = '/returns'
    form?.requestSubmit()
    await eventually(() => sent.settings).toEqual([
      { content_links: [{ kind: 'policy', title: '반품 안내', link: '/returns' }] },
    ])
  })
})
