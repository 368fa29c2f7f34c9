import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { modelProbe } from '../../../worker/contract/models.ts'
import { MODELS, schemaForms, thinkingSwitches } from '../../../worker/contract/vocabulary.ts'
import { dialects } from '../../../worker/models/dialects.ts'
import { explainFailure } from '../../../worker/models/probe/failure-sentence.ts'
import { koreanScore, readNumbers } from '../../../worker/models/probe/questions.ts'
import { runProbe } from '../../../worker/models/probe/run-probe.ts'
import type { LanguageModel, ModelFailure } from '../../../worker/ports/language-model.ts'
import { err, ok } from '../../../worker/result.ts'
import { completionOf } from '../../support/build-completion.ts'

const base = dialects.compatible

/** A probe whose calls are answered by `complete`; the clock goes on by `stepMs` at each look. */
function probeOf(complete: LanguageModel['complete'], stepMs = 0) {
  let now = 0
  return runProbe({
    kind: 'openai',
    base,
    open: (wire) => ({
      async complete(request) {
        const answer = await complete(request)
        if (!answer.ok) return answer
        return ok({ ...answer.value, trace: { ...answer.value.trace, wire } })
      },
    }),
    withinMs: 30_000,
    deadlineMs: 1_500,
    now: () => (now += stepMs),
    signal: new AbortController().signal,
  })
}

const texts = [
  '{"lantern_signal":"teal"}',
  '{"lantern_signal":"red"}',
  '{"r":[1,2,3]}',
  '{"r":["a"]}',
  'null',
  '[]',
  'words',
]
const failures: ModelFailure[] = [
  { kind: 'timeout' },
  { kind: 'aborted' },
  { kind: 'refused', status: 400 },
  { kind: 'refused', status: 401, code: 'x' },
  { kind: 'refused', status: 307 },
  { kind: 'unreachable', detail: 'AddressRefused' },
  { kind: 'key_unusable' },
  { kind: 'malformed', detail: 'x' },
  { kind: 'malformed', detail: 'x', isPage: true },
  { kind: 'empty', because: 'cut_short', thought: true },
  { kind: 'empty', because: 'silent', thought: false },
  { kind: 'too_large', limitBytes: 1 },
]

const anyAnswer = fc.oneof(
  fc
    .record({
      text: fc.oneof(fc.constantFrom(...texts), fc.string()),
      thought: fc.boolean(),
      streamed: fc.boolean(),
      schema: fc.constantFrom(...schemaForms),
      thinking: fc.constantFrom(...thinkingSwitches),
      firstByteMs: fc.nat(5_000),
      moreMs: fc.nat(5_000),
      completion: fc.nat(200),
    })
    .map(({ text, completion, moreMs, schema, thinking, ...trace }) =>
      ok(
        completionOf(text, {
          tokens: { prompt: 100, completion, by: 'estimate' },
          trace: { ...trace, totalMs: trace.firstByteMs + moreMs, wire: { ...base, schema, thinking } },
        }),
      ),
    ),
  fc.constantFrom(...failures).map((failure) => err(failure)),
)

describe('a probe', () => {
  it('ends within its calls, its tokens and in form, whatever the endpoint answers', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyAnswer, { minLength: 12, maxLength: 12 }), async (answers) => {
        let calls = 0
        const found = modelProbe.strict().parse(
          await probeOf(() => {
            calls += 1
            return Promise.resolve(answers[calls - 1] ?? err({ kind: 'timeout' }))
          }),
        )
        expect(found.calls).toBeLessThanOrEqual(MODELS.probeCalls)
        expect(found.tokens).toBeLessThan(MODELS.probeTokens + 300)
        expect(found.findings.length).toBeGreaterThan(0)
        expect(found.verdict === 'fails').toBe(found.wire === null)
        expect(found.verdict === 'works').toBe(found.findings.every(({ ok: isFine }) => isFine))
        expect(new Set(found.findings.map(({ check }) => check)).size).toBe(found.findings.length)
      }),
      { numRuns: 1_000 },
    )
  })

  it('stops asking when its time is over', async () => {
    let calls = 0
    const found = await probeOf(() => {
      calls += 1
      return Promise.resolve(ok(completionOf('{"lantern_signal":"teal"}')))
    }, 9_000)
    expect(calls).toBeLessThan(4)
    expect(found.findings.some(({ code }) => code === 'not_measured')).toBe(true)
  })

  it('asks no more than once of a server that refuses the key', async () => {
    const found = await probeOf(() => Promise.resolve(err({ kind: 'refused', status: 401 })))
    expect(found).toMatchObject({ calls: 1, verdict: 'fails', findings: [{ code: 'key_refused' }] })
  })
})

test.each(failures)('a failure is told in whole sentences: %o', (failure) => {
  const { code, message } = explainFailure(failure, 20_000)
  expect(code).toMatch(/^[a-z_]+$/)
  expect(message).toMatch(/^[A-Z].{30,}\.$/)
})

test.each<[ModelFailure, string]>([
  [{ kind: 'refused', status: 429, code: 'insufficient_quota' }, 'no_credit'],
  [{ kind: 'refused', status: 429, code: '3036' }, 'no_credit'],
  [{ kind: 'refused', status: 429, code: '3040' }, 'busy'],
  [{ kind: 'refused', status: 404, code: '5007' }, 'model_missing'],
  [{ kind: 'refused', status: 404 }, 'not_found'],
  [{ kind: 'refused', status: 503 }, 'server_error'],
  [{ kind: 'unreachable', detail: 'ECONNREFUSED' }, 'unreachable'],
  [{ kind: 'unreachable', detail: 'AddressRefused' }, 'address_private'],
])('%o is %s', (failure, code) => expect(explainFailure(failure, 1_000).code).toBe(code))

test('numbers and wishes are read from whatever was written', () => {
  expect(readNumbers('{"r":[3,1]}')).toEqual([3, 1])
  expect(readNumbers('{"r":["3"]}')).toBeNull()
  expect(readNumbers('[3]')).toBeNull()
  expect(koreanScore('{"r":[3,1,5]}')).toBe(3)
  // Counting is no understanding.
  expect(koreanScore('{"r":[1,2,3]}')).toBe(0)
  expect(koreanScore('{"r":[3,5,1]}')).toBe(1)
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(koreanScore(text)).toBeLessThanOrEqual(3)
    }),
  )
})
