import { z } from 'zod'
import { LEDGER, modelOwners, modelPurposes } from './vocabulary.ts'

/** A day of the shop's clock, as `2026-11-23`. */
const day = z.iso.date()

export const ledgerRequest = z.object({
  /** First and last day, both included; all that is kept when left out. */
  from: day.optional(),
  to: day.optional(),
  purpose: z.enum(modelPurposes).optional(),
  /** `next` of the page before. */
  cursor: z
    .string()
    .regex(/^\d{1,15}$/, 'the cursor of the page before')
    .optional(),
  limit: z.coerce.number().int().min(1).max(LEDGER.pageMost).default(LEDGER.pageDefault),
})
export type LedgerRequest = z.infer<typeof ledgerRequest>

export const modelCall = z.object({
  id: z.string(),
  at: z.string(),
  purpose: z.enum(modelPurposes),
  /** The shop's own name of the endpoint, or `default`. */
  endpoint: z.string(),
  owner: z.enum(modelOwners),
  model: z.string(),
  /** What was sent: its SHA-256 and its length; the redacted text where the shop keeps it. */
  input: z.object({ sha256: z.string(), bytes: z.number().int(), text: z.string().optional() }),
  /** `counted`: by the server; otherwise the most it can have been. */
  tokens: z.object({ in: z.number().int(), out: z.number().int(), counted: z.boolean() }),
  /** US dollars; null: nobody has said what the model costs. */
  cost: z.number().nullable(),
  latency_ms: z.number().int().nullable(),
  first_byte_ms: z.number().int().nullable(),
  /**
   * `used`; `dropped:` and why the answer was not used; `failed:` and how (`failed:lost`: who asked never came back);
   * `budget:` and which bound, once a day; `pending`: under way.
   */
  verdict: z.string(),
  /** What was left out of an answer, by reason: `out_of_range`, `duplicate` … */
  dropped: z.record(z.string(), z.number().int()),
  /** The search it was made for, or the run of warming; empty for other work in the background. */
  request_id: z.string(),
})
export type ModelCall = z.infer<typeof modelCall>

/** What a purpose came to in one day. */
export const modelDay = z.object({
  day: z.string(),
  purpose: z.enum(modelPurposes),
  calls: z.number().int(),
  tokens: z.object({ in: z.number().int(), out: z.number().int() }),
  /** US dollars, of the calls whose price is known. */
  cost: z.number(),
  failed: z.number().int(),
  dropped: z.number().int(),
  /** Calls not made because of a bound: budgets and rates. */
  refused: z.number().int(),
  /** Calls not needed or not tried, as far as known: remembered answers, calls under way that another joined, a model at rest after failures. */
  remembered: z.number().int(),
  joined: z.number().int(),
  rested: z.number().int(),
})
export type ModelDay = z.infer<typeof modelDay>

const spent = z.object({
  /** Calls under way count as the most they can cost. */
  tokens: z.number().int(),
  tokens_limit: z.number().int().nullable(),
  /** US dollars. */
  money: z.number(),
  money_limit: z.number().nullable(),
})

export const ledgerResponse = z.object({
  calls: z.array(modelCall),
  /** For the next page; null: this is the last. */
  next: z.string().nullable(),
  totals: z.array(modelDay),
  budget: z.object({
    day: spent,
    month: spent,
    /** When the day and the month end by the shop's clock. */
    day_ends: z.string(),
    month_ends: z.string(),
    /** Which bound refused a call last today; null: none. */
    refused: z.string().nullable(),
  }),
})
export type LedgerResponse = z.infer<typeof ledgerResponse>
