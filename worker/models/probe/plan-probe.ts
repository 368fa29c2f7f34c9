import type { ModelWire } from '../../contract/models.ts'
import { MODELS, type ModelKind, type SchemaForm, type ThinkingSwitch } from '../../contract/vocabulary.ts'
import type { Completion, ModelFailure } from '../../ports/language-model.ts'
import type { Result } from '../../result.ts'
import {
  isSignal,
  koreanQuestion,
  schemaQuestion,
  speedQuestion,
  wordsQuestion,
  type ProbeQuestion,
} from './questions.ts'

export type ProbeStep = 'form' | 'thinking' | 'speed' | 'korean'

/** One call of a probe and what came of it. */
export interface Observation {
  readonly step: ProbeStep
  /** How it was to be asked; a server's objections may have changed that on the way. */
  readonly asked: ModelWire
  readonly outcome: Result<Completion, ModelFailure>
}

export interface PlannedCall {
  readonly step: ProbeStep
  readonly wire: ModelWire
  readonly question: ProbeQuestion
}

const forms: Readonly<Record<ModelKind, readonly SchemaForm[]>> = {
  openai: ['strict', 'object_schema', 'object', 'none'],
  'workers-ai': ['bare', 'strict', 'object', 'none'],
}

const switches: readonly ThinkingSwitch[] = ['template', 'effort_none', 'effort_minimal', 'effort_low']

/** A form that says what the answer must look like; the others have to be told in words. */
export const carriesSchema = (form: SchemaForm): boolean => form !== 'object' && form !== 'none'

const formQuestion = (form: SchemaForm): ProbeQuestion =>
  carriesSchema(form) ? schemaQuestion : wordsQuestion

/** Nothing is gained by asking in another form. */
function isFinal(failure: ModelFailure): boolean {
  if (failure.kind === 'refused')
    return !failure.aboutFormat && failure.status !== 400 && failure.status !== 422
  return failure.kind !== 'malformed' ? failure.kind !== 'empty' : failure.isPage === true
}

const thoughtIn = ({ outcome }: Observation): boolean =>
  outcome.ok ? outcome.value.trace.thought : outcome.error.kind === 'empty' && outcome.error.thought

/** Whether the answer had the form it was asked for, and was asked for in the way that was planned. */
export function heldForm({ asked, outcome }: Observation): boolean {
  return outcome.ok && outcome.value.trace.wire.schema === asked.schema && isSignal(outcome.value.text)
}

/** The observation that settled the form; undefined while or because none did. */
export const formFound = (seen: readonly Observation[]): Observation | undefined =>
  seen.find((one) => one.step === 'form' && heldForm(one))

/** The observation that showed a model without thoughts. */
export const quietFound = (seen: readonly Observation[]): Observation | undefined =>
  seen.find((one) => heldForm(one) && !thoughtIn(one))

/** How the model is asked as far as is known by now, without what its server would not take. */
export function wireSoFar(seen: readonly Observation[], base: ModelWire): ModelWire {
  const found = quietFound(seen) ?? formFound(seen)
  if (!found?.outcome.ok) return base
  const { wire, streamed } = found.outcome.value.trace
  return { ...wire, stream: wire.stream && streamed }
}

function nextForm(seen: readonly Observation[], base: ModelWire, kind: ModelKind): PlannedCall | null {
  const tried = new Set(seen.filter(({ step }) => step === 'form').map(({ asked }) => asked.schema))
  const form = [base.schema, ...forms[kind]].find((one) => !tried.has(one))
  if (form === undefined) return null
  return { step: 'form', wire: { ...base, schema: form }, question: formQuestion(form) }
}

/** Switches that have been sent, also those a server refused. */
const triedSwitches = (seen: readonly Observation[]) => new Set(seen.map(({ asked }) => asked.thinking))

function nextSwitch(seen: readonly Observation[], wire: ModelWire): PlannedCall | null {
  const next = switches.find((one) => !triedSwitches(seen).has(one))
  if (next === undefined) return null
  return { step: 'thinking', wire: { ...wire, thinking: next }, question: formQuestion(wire.schema) }
}

/**
 * The next call of a probe, from what has been seen so far; null when nothing more can be learnt. First the form of the
 * answer, then a way to keep the model from thinking, then speed at the size of a re-ranking, then Korean. Pure.
 * @param base how the endpoint's like are asked
 */
export function nextCall(seen: readonly Observation[], base: ModelWire, kind: ModelKind): PlannedCall | null {
  const spent = seen.reduce(
    (sum, { outcome }) =>
      sum + (outcome.ok ? outcome.value.tokens.prompt + outcome.value.tokens.completion : 0),
    0,
  )
  if (seen.length >= MODELS.probeCalls || spent >= MODELS.probeTokens) return null
  const last = seen.at(-1)
  if (!formFound(seen)) {
    if (last && !last.outcome.ok && isFinal(last.outcome.error)) return null
    // A model that thinks away its tokens says nothing about the form: it is quietened first.
    if (last && !last.outcome.ok && thoughtIn(last)) {
      const quieter = switches.find((one) => !triedSwitches(seen).has(one))
      if (quieter) {
        const wire = { ...last.asked, thinking: quieter }
        return { step: 'form', wire, question: formQuestion(wire.schema) }
      }
    }
    return nextForm(
      seen,
      last?.outcome.ok ? { ...last.outcome.value.trace.wire, schema: base.schema } : base,
      kind,
    )
  }
  const wire = wireSoFar(seen, base)
  if (!quietFound(seen)) {
    const quieter = nextSwitch(seen, wire)
    if (quieter) return quieter
  }
  if (!seen.some(({ step }) => step === 'speed')) return { step: 'speed', wire, question: speedQuestion }
  if (!seen.some(({ step }) => step === 'korean')) return { step: 'korean', wire, question: koreanQuestion }
  return null
}
