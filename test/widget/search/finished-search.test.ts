import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { buildAnswer, buildHits } from '../support/build-answer.ts'
import { TYPED_MS, reversed, setUpModel } from '../support/set-up-model.ts'
import { told } from '../support/told.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

describe('a finished search', () => {
  /** Typed and answered, as far as typing goes. */
  function typed(count = 3, total = count) {
    const all = setUpModel()
    all.model.type('lamp')
    vi.advanceTimersByTime(TYPED_MS)
    all.asked[0]?.answers.results(buildAnswer({ hits: buildHits(count), total }))
    return all
  }

  test('is asked for once more when Enter is pressed, however often', () => {
    const { model, asked } = typed()
    expect(told(asked)).toEqual(['lamp…'])
    model.submit()
    asked[1]?.answers.results(buildAnswer())
    model.submit()
    model.finish()
    expect(told(asked)).toEqual(['lamp…', 'lamp'])
  })

  test('takes the place of the question that typing has under way', () => {
    const { model, asked } = setUpModel()
    model.type('lamp')
    vi.advanceTimersByTime(TYPED_MS)
    model.finish()
    expect(asked[0]?.signal.aborted).toBe(true)
    expect(told(asked)).toEqual(['lamp…', 'lamp'])
    expect(model.status.value).toBe('waiting')
  })

  test('is not asked for again by a blank at the end, nor by going back to its words', () => {
    const { model, asked } = typed()
    model.finish()
    for (const words of ['lamp ', 'lampe', 'lamp']) model.type(words)
    vi.advanceTimersByTime(TYPED_MS)
    model.finish()
    expect(told(asked)).toEqual(['lamp…', 'lamp'])
  })

  test('is another one with other filters', () => {
    const { model, asked } = typed()
    model.finish()
    model.toggleFilter('brand', 'A')
    model.toggleFilter('brand', 'A')
    expect(told(asked)).toEqual(['lamp…', 'lamp', 'lamp', 'lamp'])
  })

  test.each(['담요 ㅂ', 'ㅎ', '', '  '])('never comes of “%s”', (words) => {
    const { model, asked } = setUpModel()
    model.type(words)
    model.finish()
    model.submit()
    expect(asked).toEqual([])
  })

  test('that rested is asked for again by Enter, and by nothing less', () => {
    const { model, asked } = typed()
    model.finish('rest')
    asked[1]?.answers.results(buildAnswer())
    model.finish('rest')
    model.finish()
    for (const hit of model.visible.value.slice(0, 1)) model.selected(hit)
    expect(told(asked)).toEqual(['lamp…', 'lamp.'])
    model.submit()
    model.finish('rest')
    expect(told(asked)).toEqual(['lamp…', 'lamp.', 'lamp'])
  })

  test('is what a chosen result makes', () => {
    const { model, asked } = typed()
    for (const hit of model.visible.value.slice(0, 1)) model.selected(hit)
    expect(told(asked)).toEqual(['lamp…', 'lamp'])
  })

  test('leaves everything as it is when the same hits come back', async () => {
    const { model, asked, shownIds } = typed(20, 30)
    void model.more()
    asked[1]?.answers.results(buildAnswer({ hits: buildHits(20), total: 30 }))
    asked[2]?.answers.results(buildAnswer({ hits: buildHits(10, 'q'), total: 30 }))
    model.active.value = 'option-2'
    const before = model.visible.value
    // The second page finished the search; what comes late for it is the very same.
    asked[1]?.answers.results(buildAnswer({ hits: buildHits(20), total: 30 }))
    expect(model.status.value).toBe('answered')
    expect(model.visible.value).toBe(before)
    expect(shownIds()).toHaveLength(30)
    expect(model.active.value).toBe('option-2')
  })

  test('keeps answering meanwhile, and tells the page of no second search', () => {
    const { model, asked, host } = typed()
    const before = model.visible.value
    model.finish()
    expect(model.status.value).toBe('answered')
    asked[1]?.answers.results(buildAnswer({ request_id: 'r2' }))
    expect(model.visible.value).toBe(before)
    expect(host.emit.mock.calls.filter(([name]) => name === 'search')).toHaveLength(1)
    for (const hit of before.slice(0, 1)) model.selected(hit)
    expect(host.emit).toHaveBeenLastCalledWith('select', expect.objectContaining({ request_id: 'r2' }))
  })

  test('shows other hits where others come', () => {
    const { model, asked, shownIds } = typed()
    model.finish()
    asked[1]?.answers.results(buildAnswer({ hits: buildHits(2, 'q') }))
    expect(shownIds()).toEqual(['q1', 'q2'])
  })

  test.each([
    ['moved at once while the hits are new', 0, 'p3'],
    ['offered once they have been read', 1000, 'p1'],
  ])('has its better order %s', (_name, ms, first) => {
    const { model, asked, shownIds, wait } = typed()
    wait(ms)
    model.finish()
    asked[1]?.answers.results(buildAnswer())
    asked[1]?.answers.order?.(reversed(3))
    expect(shownIds()[0]).toBe(first)
  })

  test('that fails leaves what shows, and Enter may ask again', async () => {
    const { model, asked, shownIds, host } = typed()
    model.finish()
    asked[1]?.end('failed')
    await vi.advanceTimersByTimeAsync(0)
    expect(model.status.value).toBe('answered')
    expect(shownIds()).toEqual(['p1', 'p2', 'p3'])
    model.submit()
    expect(told(asked)).toEqual(['lamp…', 'lamp', 'lamp'])
    expect(host.searchInShop).not.toHaveBeenCalled()
  })

  test('is not tried by itself where the service did not answer', async () => {
    const { model, asked } = setUpModel()
    model.type('lamp')
    vi.advanceTimersByTime(TYPED_MS)
    asked[0]?.end('failed')
    await vi.advanceTimersByTimeAsync(0)
    model.finish()
    expect(told(asked)).toEqual(['lamp…'])
    model.submit()
    expect(told(asked)).toEqual(['lamp…', 'lamp'])
  })

  test('is what every choice makes, at once', () => {
    const { model, asked } = typed()
    model.sortBy('newest')
    model.browse('category', 'Rugs')
    model.start('rug')
    expect(asked.slice(1).map(({ question }) => question.typing)).toEqual(['', '', ''])
  })

  test('is not what words from the shop’s field make, until they stand', () => {
    const { model, asked } = setUpModel()
    model.start('lamp', '1')
    asked[0]?.answers.results(buildAnswer())
    model.finish()
    expect(told(asked)).toEqual(['lamp…', 'lamp'])
  })
})
