import { expect, test } from 'vitest'
import { EVENTS, type EventName } from '../../../worker/contract/vocabulary.ts'
import { FloodGate } from '../../../worker/events/flood-gate.ts'
import { learnFrom, type SessionInterest } from '../../../worker/events/session-interest.ts'

function learnt(events: readonly (readonly [name: EventName, ...products: string[]])[]): boolean[] {
  let state: SessionInterest = { itemEvents: 0, lastView: null }
  return events.map(([name, ...products]) => {
    const { learns, next } = learnFrom(state, { name, products })
    state = next
    return learns
  })
}

test('a page loaded again teaches nothing, a product come back to does', () => {
  expect(
    learnt([
      ['view_item', 'a'],
      ['view_item', 'a'],
      ['add_to_cart', 'a'],
      ['view_item', 'a'],
      ['view_item', 'b'],
      ['view_item', 'a'],
    ]),
  ).toEqual([true, false, true, false, true, true])
})

test('what was merely shown or searched for teaches nothing', () => {
  expect(
    learnt([
      ['view_item_list', 'a', 'b'],
      ['search'],
      ['view_search_results', 'a'],
      ['begin_checkout', 'a'],
      ['purchase'],
      ['select_item', 'a'],
      ['purchase', 'a', 'b'],
    ]),
  ).toEqual([false, false, false, false, false, true, true])
})

test('a session teaches fifty times and not once more', () => {
  const many = learnt(Array.from({ length: 60 }, (_, at) => ['view_item', `p${at}`] as const))
  expect(many.filter(Boolean)).toHaveLength(EVENTS.learntItemsOfSession)
  expect(many.lastIndexOf(true)).toBe(49)
})

test('the gate lets so many through in a minute of a shopper, and forgets them with the minute', () => {
  const gate = new FloodGate()
  const minute = 60_000 * 1_000
  const passed = (shopper: string, at: number) =>
    Array.from({ length: 400 }, () => gate.pass(shopper, at)).filter(Boolean).length
  expect(passed('a', minute)).toBe(EVENTS.perVisitorMinute)
  expect(passed('a', minute + 59_999)).toBe(0)
  expect(passed('b', minute + 59_999)).toBe(EVENTS.perVisitorMinute)
  expect(passed('a', minute + 60_000)).toBe(EVENTS.perVisitorMinute)
})
