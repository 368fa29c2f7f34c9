import type { ModelProbe, ModelWire } from '../../contract/models.ts'
import type { LanguageModel } from '../../ports/language-model.ts'
import type { ModelKind } from '../../contract/vocabulary.ts'
import { nextCall, type Observation } from './plan-probe.ts'
import { readProbe } from './read-probe.ts'

export interface ProbeRun {
  readonly kind: ModelKind
  /** How the endpoint's like are asked. */
  readonly base: ModelWire
  readonly open: (wire: ModelWire) => LanguageModel
  /** Milliseconds the probe may take as a whole. */
  readonly withinMs: number
  /** The shop's own deadline for a model, in milliseconds. */
  readonly deadlineMs: number
  readonly now: () => number
  readonly signal: AbortSignal
}

/** One call is given so long, or a third of the time: a server that still loads its model may need it. */
const CALL_MS = 20_000
/** With less left no call is begun. */
const CALL_LEAST_MS = 500

/**
 * Finds out by real calls what an endpoint can do: at most a dozen, within the time and the tokens allowed. Never
 * throws.
 */
export async function runProbe(run: ProbeRun): Promise<ModelProbe> {
  const { kind, base, open, withinMs, deadlineMs, now, signal } = run
  const begun = now()
  const callMs = Math.min(Math.max(CALL_MS, withinMs / 3), withinMs)
  const seen: Observation[] = []
  for (;;) {
    const leftMs = begun + withinMs - now()
    const call = leftMs >= CALL_LEAST_MS && !signal.aborted ? nextCall(seen, base, kind) : null
    if (!call) return readProbe({ seen, base, kind, at: begun, callMs, deadlineMs })
    const { step, wire, question } = call
    const outcome = await open(wire).complete({
      ...question,
      temperature: 0,
      deadlineAt: now() + Math.min(leftMs, callMs),
      signal,
      // The server's own count of tokens comes at the end.
      untilEnd: true,
    })
    seen.push({ step, asked: wire, outcome })
  }
}
