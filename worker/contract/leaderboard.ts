import { z } from 'zod'
import { modelGain, rerankGate } from './models.ts'
import {
  LEADERBOARD,
  LIMITS,
  budgetReasons,
  gradeSources,
  leaderboardStates,
  leaderboardVerdicts,
  modelOwners,
} from './vocabulary.ts'

/** How well one product answers one query: 3 exactly what is asked for, 2 close, 1 a possible substitute, 0 not at all. */
export const grade = z.strictObject({
  query: z.string().trim().min(1).max(LIMITS.queryCharacters),
  /** A product's id. */
  product: z.string().min(1).max(200),
  grade: z.number().int().min(0).max(3),
  by: z.enum(gradeSources),
  /** The model that graded, where one did: its name or its family. */
  grader: z.string().trim().max(200).regex(/\p{L}/u, 'the name of a model').optional(),
})
export type Grade = z.infer<typeof grade>

export const gradesRequest = z
  .strictObject({
    grades: z.array(grade).max(LEADERBOARD.grades),
    if_version: z.number().int().min(0).optional(),
  })
  .superRefine(({ grades }, context) => {
    const seen = new Set<string>()
    grades.forEach(({ query, product, by, grader }, index) => {
      const issue = (field: string, message: string) =>
        context.addIssue({ code: 'custom', path: ['grades', index, field], message })
      if (by === 'model' && grader === undefined) issue('grader', 'the name of the model that graded')
      if (by !== 'model' && grader !== undefined) issue('grader', 'no grader where no model graded')
      const pair = JSON.stringify([query, product])
      if (seen.has(pair)) issue('product', 'one grade for a product of a query')
      seen.add(pair)
    })
  })
export type GradesRequest = z.infer<typeof gradesRequest>

export const gradesResponse = z.object({ version: z.number().int(), grades: z.array(grade) })
export type GradesResponse = z.infer<typeof gradesResponse>

export const leaderboardRequest = z.strictObject({
  /** Ids of endpoints, `default` among them; all that may be asked when left out. */
  endpoints: z.array(z.string().max(40)).min(1).max(LEADERBOARD.contenders).optional(),
  /** Judged queries at most, taken evenly from the list. */
  queries: z.number().int().min(1).max(LEADERBOARD.queriesMost).default(LEADERBOARD.queriesDefault),
  /** How many products each is shown; with both, it takes part twice. */
  cards: z.union([z.tuple([z.literal(24)]), z.tuple([z.literal(24), z.literal(48)])]).default([24]),
})
export type LeaderboardRequest = z.infer<typeof leaderboardRequest>

const contender = z.object({
  /** An endpoint's id, or `default`; null: the first stage, without a model. */
  endpoint: z.string().nullable(),
  model: z.string().nullable(),
  owner: z.enum(modelOwners).nullable(),
  /** How many products it is shown; null: it sees none. */
  cards: z.union([z.literal(24), z.literal(48)]).nullable(),
  /** Queries it was scored on. */
  n: z.number().int(),
  /** Mean over them; null before the first. Products without a grade count as 0. */
  ndcg10: z.number().nullable(),
  /** Gain over the first stage on the same queries, with its 95 % interval; null for the first stage itself. */
  gain: modelGain.nullable(),
  /** Of the row with 48 cards: the same over its row with 24. */
  over_24: modelGain.optional(),
  /** Share of the pairs the grades tell apart that stand in the grades' order; null without such pairs. */
  agreement: z.number().nullable(),
  /** Share of the first ten that carry a grade: with a low one the figures above say little. */
  judged10: z.number().nullable(),
  /** Calls that were answered; queries a model could not help with need none. */
  calls: z.number().int(),
  latency_ms: z.object({ p50: z.number(), p95: z.number() }).nullable(),
  /** Of those calls together. `counted`: all by the server, not by estimate. */
  tokens: z.object({ in: z.number().int(), out: z.number().int(), counted: z.boolean() }),
  /** US dollars for a thousand searches like these, by the calls that were answered; null: nobody has said what the model costs. */
  cost_per_1000: z.number().nullable(),
  /** Answers that were not in form; the search then stays as it was. */
  schema_failures: z.number().int(),
  /** Calls without an answer in time. */
  failures: z.number().int(),
  /** `same_family`: it would be better, but a model of its family has graded. null for the first stage. */
  verdict: z.enum(leaderboardVerdicts).nullable(),
  /** Why it was not asked any further. */
  error: z.string().optional(),
})
export type LeaderboardContender = z.infer<typeof contender>

export const leaderboardResponse = z.object({
  status: z.enum(leaderboardStates),
  started_at: z.string().optional(),
  finished_at: z.string().optional(),
  queries: z.object({ total: z.number().int(), done: z.number().int() }),
  /** Who graded the products of these queries. */
  graded: z.record(z.enum(gradeSources), z.number().int()),
  /** The models among them. */
  graders: z.array(z.string()),
  /** When a run that is paused goes on by itself. */
  paused_until: z.string().optional(),
  /** Which bound of the shop's made it pause. */
  paused_by: z.enum(budgetReasons).optional(),
  /** Why it is paused, or what went wrong last. */
  message: z.string().optional(),
  contenders: z.array(contender),
  /** What the last comparison with queries enough taught about the model in use; null: none is. */
  gate: rerankGate.nullable(),
})
export type LeaderboardResponse = z.infer<typeof leaderboardResponse>
