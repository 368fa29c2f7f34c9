import { describe, expect, test } from 'vitest'
import type { SearchResponse } from '../../worker/contract/search.ts'
import { paths } from '../../worker/contract/vocabulary.ts'
import { explainTuning, put, saveSynonyms } from './support/tuned-shop.ts'
import { createShop, errorOf, shopWith } from './support/worker-shop.ts'

const dollars = { locale: 'en', currency: 'USD' } as const
const yen = { locale: 'ja', currency: 'JPY' } as const
const ids = (answer: SearchResponse) => answer.hits.map(({ id }) => id)

describe('synonyms', () => {
  test('find what is called otherwise, both ways and one way', async () => {
    const shop = await shopWith(
      [
        { id: 'couch', title: 'Grey couch' },
        { id: 'sofa', title: 'Grey sofa' },
        { id: 'trainers', title: 'Running trainers' },
        { id: 'sneakers', title: 'Canvas sneakers' },
      ],
      dollars,
    )
    expect(await shop.find('sofa')).toEqual(['sofa'])
    await saveSynonyms(shop, [
      { kind: 'two_way', words: ['sofa', 'couch'] },
      { kind: 'one_way', from: 'sneakers', to: ['trainers'] },
    ])
    expect(await shop.find('sofas')).toEqual(['sofa', 'couch'])
    expect(await shop.find('couch')).toEqual(['couch', 'sofa'])
    expect(await shop.find('sneaker')).toEqual(['sneakers', 'trainers'])
    expect(await shop.find('trainers')).toEqual(['trainers'])
    await saveSynonyms(shop, [])
    expect(await shop.find('sofa')).toEqual(['sofa'])
  })

  test.each([
    ['behind a particle', '냉장고를', ['냉장고', '후레쉬박스'], '대형 후레쉬박스'],
    ['several words for one', '휴대폰 거치대', ['휴대폰 거치대', '스마트그립'], '회전 스마트그립'],
    ['however it is spaced', '휴대폰거치대', ['휴대폰 거치대', '스마트그립'], '회전 스마트그립'],
    ['one word for several', '스마트그립', ['휴대폰 거치대', '스마트그립'], '차량용 휴대폰 거치대'],
    ['in a compound', '노트북파우치', ['노트북', '랩탑'], '랩탑 파우치'],
  ])('in Korean %s', async (_, query, words, title) => {
    const shop = await shopWith([
      { id: 'yes', title },
      { id: 'no', title: '나무 의자' },
    ])
    expect(await shop.find(query)).not.toEqual(['yes', 'no'])
    await saveSynonyms(shop, [{ kind: 'two_way', words }])
    const answer = await shop.search(query)
    expect(ids(answer)).toEqual(['yes'])
    expect(answer.answer).toBe('found')
  })

  test.each([
    ['a word', 'ソファ', ['ソファ', '長椅子'], 'オーク材の長椅子'],
    ['a word between particles', '木のソファを', ['ソファ', '長椅子'], 'オーク材の長椅子'],
    [
      'a part of an unspaced word',
      'ノートパソコンケース',
      ['ノートパソコン', 'ラップトップ'],
      'ラップトップ用ケース',
    ],
  ])('in Japanese: %s', async (_, query, words, title) => {
    const shop = await shopWith(
      [
        { id: 'yes', title },
        { id: 'no', title: 'ガラスの花瓶' },
      ],
      yen,
    )
    await saveSynonyms(shop, [{ kind: 'two_way', words }])
    expect(await shop.find(query)).toContain('yes')
    expect((await explainTuning(shop, query)).synonyms).toHaveLength(1)
  })

  test('are no slips: a word the merchant has one for is never taken for another', async () => {
    const shop = await shopWith(
      [
        { id: 'blanket', title: 'Wool blanket' },
        { id: 'crate', title: 'Oak crate' },
      ],
      dollars,
    )
    expect(await shop.find('blankot')).toEqual(['blanket'])
    await saveSynonyms(shop, [{ kind: 'one_way', from: 'blankot', to: ['crate'] }])
    const answer = await shop.search('blankot')
    expect(ids(answer)).toEqual(['crate'])
    expect(answer.spelling).toBeUndefined()
  })

  test('stand for the word a slip was mended to', async () => {
    const shop = await shopWith(
      [
        { id: 'blanket', title: 'Wool blanket' },
        { id: 'throw', title: 'Mohair throw' },
      ],
      dollars,
    )
    await saveSynonyms(shop, [{ kind: 'two_way', words: ['blanket', 'throw'] }])
    expect(await shop.find('blankte')).toEqual(['blanket', 'throw'])
  })

  test('make one step only, and take the longest words first', async () => {
    const shop = await shopWith(
      [
        { id: 'a', title: 'alpha' },
        { id: 'b', title: 'bravo' },
        { id: 'c', title: 'charlie' },
        { id: 'd', title: 'delta' },
      ],
      dollars,
    )
    await saveSynonyms(shop, [
      { kind: 'one_way', from: 'alpha', to: ['bravo'] },
      { kind: 'one_way', from: 'bravo', to: ['charlie'] },
      { kind: 'one_way', from: 'alpha tango', to: ['delta'] },
      { kind: 'one_way', from: 'charlie', to: ['alpha'] },
    ])
    expect(await shop.find('alpha')).toEqual(['a', 'b'])
    expect((await explainTuning(shop, 'alpha tango')).synonyms.map(({ to }) => to)).toEqual([['delta']])
  })

  test('never outrank the word itself for being rare, and count once', async () => {
    const shop = await shopWith(
      [
        ...Array.from({ length: 6 }, (_, row) => ({ id: `own-${row}`, title: `Velvet sofa ${row}` })),
        { id: 'other', title: 'Velvet couch 9' },
      ],
      dollars,
    )
    await saveSynonyms(shop, [{ kind: 'two_way', words: ['sofa', 'couch'] }])
    const found = await shop.find('velvet sofa')
    expect(found).toHaveLength(7)
    expect(found.at(-1)).toBe('other')
    const answer = await shop.search('velvet couch')
    expect(answer.answer).toBe('found')
    expect(ids(answer)).toContain('own-3')
  })

  test.each([
    ['synonyms.0.words', [{ kind: 'two_way', words: ['one'] }]],
    ['synonyms.0.words.1', [{ kind: 'two_way', words: ['One', 'one'] }]],
    ['synonyms.0.words.1', [{ kind: 'two_way', words: ['one', '  '] }]],
    ['synonyms.0.words.1', [{ kind: 'two_way', words: ['one', '!!!'] }]],
    ['synonyms.0.words.0', [{ kind: 'two_way', words: ['a b c d e f', 'one'] }]],
    [
      'synonyms.1.from',
      [
        { kind: 'two_way', words: ['a', 'b'] },
        { kind: 'one_way', to: ['x'] },
      ],
    ],
    ['synonyms.0.to.0', [{ kind: 'one_way', from: 'x', to: ['X'] }]],
    ['synonyms.0.kind', [{ kind: 'three_way', words: ['a', 'b'] }]],
    ['synonyms.0.word', [{ kind: 'two_way', words: ['a', 'b'], word: 'c' }]],
    ['synonyms.1.id', ['a', 'b'].map((word) => ({ id: 'same', kind: 'two_way', words: [word, 'c'] }))],
    [
      'synonyms',
      Array.from({ length: 2001 }, (_, row) => ({ kind: 'two_way', words: [`a${row}`, `b${row}`] })),
    ],
  ])('name the field that cannot be used: %s', async (field, synonyms) => {
    const shop = await createShop(dollars)
    const kept = await saveSynonyms(shop, [{ kind: 'two_way', words: ['sofa', 'couch'] }])
    const answer = await put(shop, paths.synonyms, { synonyms })
    expect(answer.status).toBe(422)
    const error = await errorOf(answer)
    expect(error).toMatchObject({ code: 'unprocessable', field })
    expect(error.message).toMatch(/Nothing was saved\.$/)
    expect(error.message).not.toMatch(/Invalid|Too small|regex|undefined/)
    expect(await (await shop.admin(paths.synonyms)).json()).toEqual(kept)
  })

  test('two thousand of them do', async () => {
    const shop = await shopWith([{ id: 'yes', title: 'word1999' }], dollars)
    await saveSynonyms(
      shop,
      Array.from({ length: 2000 }, (_, row) => ({ kind: 'two_way', words: [`word${row}`, `other${row}`] })),
    )
    expect(await shop.find('other1999')).toEqual(['yes'])
  })
})
