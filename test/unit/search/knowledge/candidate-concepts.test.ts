import { expect, test } from 'vitest'
import { candidateConcepts } from '../../../../worker/search/knowledge/candidate-concepts.ts'
import { conceptNamed, concepts, nameOf } from '../../../../worker/search/knowledge/concepts.ts'
import type { ProductTag } from '../../../../worker/search/knowledge/tag-product.ts'

const tags = concepts.map((concept, index): ProductTag => ({
  concept: nameOf(concept),
  confidence: 0.2 + (index % 80) / 100,
  source: 'kind',
  evidence: '',
}))

test('are known, few, and the surest of each kind', () => {
  const chosen = candidateConcepts(tags, new Set())
  expect(chosen.length).toBeLessThan(52)
  expect(chosen.every((name) => conceptNamed(name))).toBe(true)
  const confidence = new Map(tags.map((tag) => [tag.concept, tag.confidence]))
  const best = Math.max(...tags.flatMap((tag) => (tag.concept.startsWith('style:') ? [tag.confidence] : [])))
  expect(chosen.some((name) => name.startsWith('style:') && confidence.get(name) === best)).toBe(true)
})

test('hold moods and seasons for a product that no rule knows, and nothing that its words deny', () => {
  const chosen = candidateConcepts([], new Set(['mood:cozy']))
  expect(chosen).toContain('season:summer')
  expect(chosen).not.toContain('mood:cozy')
  expect(chosen.every((name) => conceptNamed(name))).toBe(true)
})
