import { dialects } from '../../worker/models/dialects.ts'
import type { CallTrace, Completion } from '../../worker/ports/language-model.ts'

/** A model's answer with this text, streamed within 100 ms and counted by its server unless the test says otherwise. */
export const completionOf = (
  text: string,
  { trace, ...parts }: Partial<Omit<Completion, 'trace'>> & { trace?: Partial<CallTrace> } = {},
): Completion => ({
  text,
  model: 'm',
  tokens: { prompt: 300, completion: 20, by: 'server' },
  ...parts,
  trace: {
    wire: dialects.compatible,
    streamed: true,
    firstByteMs: 40,
    totalMs: 100,
    thought: false,
    ...trace,
  },
})
