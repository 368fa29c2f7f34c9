import type { ModelProbe, ModelWire, ProbeFinding } from '../../contract/models.ts'
import type { ModelKind, ProbeCheck } from '../../contract/vocabulary.ts'
import type { Completion } from '../../ports/language-model.ts'
import { explainFailure, type Explained } from './failure-sentence.ts'
import { carriesSchema, formFound, quietFound, wireSoFar, type Observation } from './plan-probe.ts'
import { koreanScore, readNumbers } from './questions.ts'

/** Everything a probe has seen, and what it was made of. */
export interface Probed {
  readonly seen: readonly Observation[]
  readonly base: ModelWire
  readonly kind: ModelKind
  /** Milliseconds since the epoch. */
  readonly at: number
  /** Milliseconds the longest call was given. */
  readonly callMs: number
  /** The shop's own deadline for a model, in milliseconds. */
  readonly deadlineMs: number
}

const good = (check: ProbeCheck, code: string, message: string): ProbeFinding => ({
  check,
  ok: true,
  code,
  message,
})
const bad = (check: ProbeCheck, code: string, message: string): ProbeFinding => ({
  check,
  ok: false,
  code,
  message,
})

const completionsOf = (seen: readonly Observation[]): Completion[] =>
  seen.flatMap(({ outcome }) => (outcome.ok ? [outcome.value] : []))

const seconds = (ms: number): string => (ms < 1_000 ? `${Math.round(ms)} ms` : `${(ms / 1_000).toFixed(1)} s`)

function median(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((left, right) => left - right)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null
}

function aboutReach({ seen, callMs }: Probed): ProbeFinding {
  const answered = completionsOf(seen)[0]
  if (answered) return good('reachable', 'answers', `The server answers, as ${answered.model}.`)
  // The last failure is what ended the probe; one that says more came before a mere silence.
  const failures = seen.flatMap(({ outcome }) => (outcome.ok ? [] : [outcome.error]))
  const failure = failures.findLast(({ kind }) => kind !== 'empty') ?? failures.at(-1)
  const why: Explained = failure
    ? explainFailure(failure, callMs)
    : { code: 'no_time', message: 'There was no time to ask: start the check again with more.' }
  // A server that answers in form but empty has been reached.
  return failure?.kind === 'empty'
    ? good('reachable', 'answers', 'The server answers.')
    : bad('reachable', why.code, why.message)
}

function aboutForm(probed: Probed): ProbeFinding[] {
  const { seen, callMs } = probed
  const found = formFound(seen)
  if (!found) {
    const thought = seen.some(
      ({ outcome }) => !outcome.ok && outcome.error.kind === 'empty' && outcome.error.thought,
    )
    const why = thought ? explainFailure({ kind: 'empty', because: 'cut_short', thought }, callMs) : null
    return [
      bad(
        'json',
        why?.code ?? 'no_json',
        why?.message ??
          'The model does not answer in the form asked for, neither by schema nor in words: it cannot be used here; choose a larger one.',
      ),
    ]
  }
  const { schema } = found.asked
  const json = good(
    'json',
    'json',
    'Answers come in the form asked for. Every answer is checked all the same.',
  )
  if (carriesSchema(schema))
    return [good('schema', `schema_${schema}`, 'The server holds the model to a schema.'), json]
  return [
    schema === 'object'
      ? bad(
          'schema',
          'json_mode',
          'The server keeps the model to JSON but not to a schema: the form is asked for in words, and some answers will be dropped.',
        )
      : bad(
          'schema',
          'words_only',
          'The server does not hold the model to a schema: the form is asked for in words, and some answers will be dropped. A server with structured output would lose fewer.',
        ),
    json,
  ]
}

function aboutStream({ seen, kind }: Probed): ProbeFinding {
  if (kind === 'workers-ai')
    return good('streaming', 'whole', 'Answers come as a whole, which is enough for short ones.')
  return completionsOf(seen).some(({ trace }) => trace.streamed)
    ? good('streaming', 'streams', 'Answers come in pieces, so a connection ends as soon as enough is there.')
    : bad(
        'streaming',
        'whole',
        'Answers come as a whole, although a stream was asked for: searches wait for the last word. Switch streaming on at the server where it can be.',
      )
}

function aboutThinking({ seen, base }: Probed): ProbeFinding {
  if (!quietFound(seen))
    return bad(
      'thinking',
      'thinks',
      'The model thinks before each answer and cannot be kept from it: it will rarely be in time for a search. Choose a model or a variant that does not think.',
    )
  return wireSoFar(seen, base).thinking === 'none'
    ? good('thinking', 'does_not_think', 'The model answers without thinking first.')
    : good('thinking', 'switched_off', 'Thinking is switched off.')
}

interface Speed {
  /** A re-ranking's answer: the first piece, then its tokens at the measured pace. */
  readonly answerMs: number
  readonly tokensPerSecond: number | null
}

/** Tokens of a re-ranking's answer. The model may have written fewer or more than it was asked for. */
const RERANK_TOKENS = 40
/** With fewer there is no pace to measure. */
const TOKENS_LEAST = 12

function speedOf(seen: readonly Observation[]): Speed | null {
  const asked = seen.find(({ step }) => step === 'speed')
  if (!asked?.outcome.ok) return null
  const { tokens, trace } = asked.outcome.value
  const writingMs = trace.totalMs - trace.firstByteMs
  // A server that answers as a whole gives nothing to divide by but the whole time.
  if (tokens.completion < TOKENS_LEAST) return { answerMs: trace.totalMs, tokensPerSecond: null }
  if (!trace.streamed || writingMs <= 0) {
    // Clocks may stand still while code runs: less than a millisecond counts as one.
    const perSecond = (tokens.completion / Math.max(trace.totalMs, 1)) * 1_000
    return { answerMs: trace.totalMs, tokensPerSecond: Math.round(perSecond * 10) / 10 }
  }
  const perMs = tokens.completion / writingMs
  return {
    answerMs: Math.round(trace.firstByteMs + RERANK_TOKENS / perMs),
    tokensPerSecond: Math.round(perMs * 10_000) / 10,
  }
}

function aboutSpeed({ seen, deadlineMs, callMs }: Probed): ProbeFinding {
  const asked = seen.find(({ step }) => step === 'speed')
  if (!asked) return bad('speed', 'not_measured', 'Speed was not measured: the time for the check was over.')
  if (!asked.outcome.ok) {
    const why = explainFailure(asked.outcome.error, callMs)
    return bad('speed', why.code, `A request as long as a re-ranking failed. ${why.message}`)
  }
  const { answerMs, tokensPerSecond } = speedOf(seen) ?? { answerMs: 0, tokensPerSecond: null }
  const takes =
    tokensPerSecond === null
      ? `takes at least ${seconds(answerMs)}`
      : `takes about ${seconds(answerMs)} at ${tokensPerSecond} tokens a second`
  if (answerMs > deadlineMs)
    return bad(
      'speed',
      'slower_than_deadline',
      `A re-ranking ${takes}, but a search waits ${seconds(deadlineMs)}: most searches will keep their first order. Use a faster model, or raise models.deadline_ms.`,
    )
  return tokensPerSecond === null
    ? bad(
        'speed',
        'too_short',
        `A re-ranking ${takes}, but the model wrote too little of what it was asked for to be measured: choose a larger one.`,
      )
    : good('speed', 'fast_enough', `A re-ranking ${takes}.`)
}

const aboutUsage = ({ seen }: Probed): ProbeFinding =>
  completionsOf(seen).some(({ tokens }) => tokens.by === 'server')
    ? good('usage', 'counted', 'The server counts tokens.')
    : bad('usage', 'estimated', 'The server does not count tokens: costs are estimated, on the high side.')

function aboutKorean({ seen, callMs }: Probed): ProbeFinding {
  const asked = seen.find(({ step }) => step === 'korean')
  if (!asked) return bad('korean', 'not_measured', 'Korean was not tried: the time for the check was over.')
  if (!asked.outcome.ok) {
    const why = explainFailure(asked.outcome.error, callMs)
    return bad('korean', why.code, `The Korean question failed. ${why.message}`)
  }
  const { text } = asked.outcome.value
  const score = koreanScore(text)
  if (score === 3) return good('korean', 'understood', 'Three Korean wishes, three right products.')
  return readNumbers(text) === null
    ? bad(
        'korean',
        'no_numbers',
        'Asked in Korean the model does not answer with product numbers: choose another for Korean.',
      )
    : bad(
        'korean',
        'misunderstood',
        `Of three easy Korean wishes ${score} got the right product: choose a stronger model for Korean.`,
      )
}

/** What a probe means: a finding for each check that could be made, each fault with its remedy. Pure. */
export function readProbe(probed: Probed): ModelProbe {
  const { seen, base, at } = probed
  const completions = completionsOf(seen)
  const reach = aboutReach(probed)
  const isUsable = formFound(seen) !== undefined
  const findings = [
    reach,
    ...(reach.ok ? aboutForm(probed) : []),
    ...(isUsable
      ? [
          aboutStream(probed),
          aboutThinking(probed),
          aboutSpeed(probed),
          aboutUsage(probed),
          aboutKorean(probed),
        ]
      : []),
  ]
  const speed = speedOf(seen)
  return {
    at: new Date(at).toISOString(),
    verdict: !isUsable ? 'fails' : findings.every(({ ok }) => ok) ? 'works' : 'limited',
    findings,
    wire: isUsable ? wireSoFar(seen, base) : null,
    answered_by: completions[0]?.model ?? null,
    first_byte_ms: median(completions.map(({ trace }) => trace.firstByteMs)),
    answer_ms: speed?.answerMs ?? null,
    tokens_per_second: speed?.tokensPerSecond ?? null,
    calls: seen.length,
    tokens: completions.reduce((sum, { tokens }) => sum + tokens.prompt + tokens.completion, 0),
  }
}
