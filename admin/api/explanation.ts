import { z } from './zod.ts'
import { searchResponse } from '../../worker/contract/search.ts'
import { tuningTrace } from '../../worker/contract/tuning.ts'

const wish = z.object({ id: z.string(), label: z.string(), hard: z.boolean() })

/** How a search came about. The contract leaves it open, so only what the panel draws is asked for. */
export const explanation = z.object({
  understanding: z.object({
    folded: z.string(),
    words: z.array(z.object({ text: z.string(), weight: z.number() })),
    wishes: z.array(wish),
  }),
  /** Ids of wishes that turned out to be the name of something the shop sells. */
  read_as_names: z.array(z.string()),
  terms: z.array(
    z.object({
      term: z.string(),
      documents: z.number(),
      idf: z.number(),
      weight: z.number(),
      /** Which word of the query it stands for; -1 when it was added on the shopper's behalf. */
      word: z.number(),
    }),
  ),
  pool: z.object({ matched: z.number(), ranked: z.number(), kept: z.number() }),
  candidates: z.array(
    z.object({
      id: z.string(),
      value: z.number(),
      text_score: z.number(),
      coverage: z.number(),
      named: z.number(),
      /** What knowledge of the query's concepts adds, in best text scores. */
      knowledge: z.number().default(0),
      wishes_met: z.array(z.string()),
      wishes_unknown: z.array(z.string()),
    }),
  ),
  tuning: tuningTrace.optional(),
})
export type Explanation = z.infer<typeof explanation>
export type ExplainedCandidate = Explanation['candidates'][number]
export type ExplainedTerm = Explanation['terms'][number]

/** A shop without a catalogue has nothing to explain, so the explanation may be absent. */
export const explainResponse = searchResponse.extend({ explanation: explanation.optional() })
export type ExplainResponse = z.infer<typeof explainResponse>
