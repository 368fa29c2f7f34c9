import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EVENTS, eventNames, eventRejections } from '../../../worker/contract/vocabulary.ts'
import { readEvent } from '../../../worker/events/read-event.ts'

const NOW = Date.UTC(2026, 10, 25, 12)
const context = { arrivedAt: NOW, offset: 0, lateMs: EVENTS.lateMs }
const read = (value: unknown) => readEvent(value, context)
const view = { id: 'e1', name: 'view_item', time: NOW, items: [{ item_id: 'p1' }] }

test('a whole event is read, and what GA4 adds is left aside', () => {
  const event = {
    ...view,
    name: 'purchase',
    items: [{ item_id: 'p1', item_name: 'Cup', quantity: 2, price: 9.5 }, { id: 7 }, 'p3'],
    search: ' cup ',
    request_id: 'r1',
    value: 19,
    currency: 'USD',
    transaction_id: 'T-1',
    extra: { anything: true },
  }
  expect(read(event)).toEqual({
    ok: true,
    value: {
      id: 'e1',
      name: 'purchase',
      at: NOW,
      items: [{ product: 'p1', quantity: 2, price: 9.5 }, { product: '7' }, { product: 'p3' }],
      search: 'cup',
      requestId: 'r1',
      value: 19,
      currency: 'USD',
      transactionId: 'T-1',
    },
  })
})

test('what is null or empty counts as not said', () => {
  const event = { ...view, search: '  ', request_id: null, value: null, currency: null, transaction_id: null }
  expect(read(event)).toEqual({
    ok: true,
    value: { id: 'e1', name: 'view_item', at: NOW, items: [{ product: 'p1' }] },
  })
})

test("personal data leaves a search's words", () => {
  const event = read({ ...view, search: 'ring for kim@example.com 010-1234-5678' })
  expect(event.ok && event.value.search).toBe('ring for [email] [phone]')
})

describe('a bad event says what is wrong', () => {
  test.each<[string, unknown, string, string]>([
    ['nothing', null, 'not_an_event', ''],
    ['a text', 'view_item', 'not_an_event', ''],
    ['a list', [view], 'not_an_event', ''],
    ['no id', { ...view, id: undefined }, 'id_invalid', 'id'],
    ['an empty id', { ...view, id: '' }, 'id_invalid', 'id'],
    ['a long id', { ...view, id: 'x'.repeat(101) }, 'id_invalid', 'id'],
    ['a number for an id', { ...view, id: 1 }, 'id_invalid', 'id'],
    ['another name', { ...view, name: 'page_view' }, 'name_unknown', 'name'],
    ['no time', { ...view, time: undefined }, 'time_invalid', 'time'],
    ['no real time', { ...view, time: 'noon' }, 'time_invalid', 'time'],
    ['an old time', { ...view, time: NOW - 30 * 86_400_000 }, 'time_too_early', 'time'],
    ['a time to come', { ...view, time: NOW + 3 * 86_400_000 }, 'time_too_late', 'time'],
    ['no items', { ...view, items: undefined }, 'items_missing', 'items'],
    ['an empty list', { ...view, items: [] }, 'items_missing', 'items'],
    ['an item without id', { ...view, items: [{ item_name: 'Cup' }] }, 'items_invalid', 'items'],
    ['too many items', { ...view, items: Array.from({ length: 101 }, () => 'p') }, 'items_invalid', 'items'],
    ['items that are no list', { ...view, items: 'p1' }, 'items_invalid', 'items'],
    ['a negative value', { ...view, value: -1 }, 'field_invalid', 'value'],
    ['a strange currency', { ...view, currency: 'won' }, 'field_invalid', 'currency'],
  ])('%s', (_, value, code, field) => {
    expect(read(value)).toEqual({ ok: false, error: { code, field } })
  })
})

test('nothing that a page can send makes it throw', () => {
  const junk = fc.oneof(
    fc.anything(),
    fc.json().map((text) => JSON.parse(text) as unknown),
    fc.record(
      {
        id: fc.anything(),
        name: fc.oneof(fc.constantFrom(...eventNames), fc.anything()),
        time: fc.oneof(fc.constant(NOW), fc.anything()),
        items: fc.oneof(fc.array(fc.anything()), fc.anything()),
        search: fc.anything(),
        value: fc.anything(),
        transaction_id: fc.anything(),
      },
      { requiredKeys: [] },
    ),
  )
  fc.assert(
    fc.property(junk, (value) => {
      const event = read(value)
      expect(event.ok || eventRejections.includes(event.error.code)).toBe(true)
    }),
    { numRuns: 500 },
  )
})
