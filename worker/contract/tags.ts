import { z } from 'zod'
import { claimNeeds, claimRuleIds } from './claims.ts'
import { tagKinds } from './vocabulary.ts'

/** A concept's name: its kind and its id, `mood:cozy`. */
const tagId = z.string().trim().min(3).max(80)

export const tagsRequest = z.object({
  /** The public key; checked before anything else is read. */
  key: z.string().max(100).optional(),
  locale: z.string().max(20).optional(),
  market: z.string().max(50).optional(),
})
export type TagsRequest = z.infer<typeof tagsRequest>

const shownTag = z.object({
  id: tagId,
  /** In the shopper's language; searching for these very words finds the tag's products. */
  label: z.string(),
  /** Products that serve it well. */
  count: z.number().int(),
})

export const tagsResponse = z.object({
  tags: z.array(z.object({ kind: z.enum(tagKinds), values: z.array(shownTag) })),
})
export type TagsResponse = z.infer<typeof tagsResponse>

/** Why a tag finds products and is never displayed: what it says may not be said of them. */
const notShown = z.object({
  because: z.enum(claimRuleIds),
  /** Short name of the law, with its article. */
  law: z.string(),
  /** `proof`: the tag is shown for products whose own data states it, or that the merchant tags by hand. */
  needs: z.enum(claimNeeds),
})

/** A concept on one product, and why. */
export const productTag = z.object({
  id: tagId,
  label: z.string(),
  /** 0 to 1; from .5 on it is shown and counted. */
  confidence: z.number().min(0).max(1),
  source: z.enum(['kind', 'text', 'reviews', 'model', 'merchant']),
  /** The name or phrase that spoke for it most; empty when the merchant said so, or a model that could quote nothing. */
  evidence: z.string(),
  not_shown: notShown.optional(),
})

export const productTagsResponse = z.object({
  tags: z.array(productTag),
  /** What the merchant took away. */
  removed: z.array(z.object({ id: tagId, label: z.string() })),
})
export type ProductTagsResponse = z.infer<typeof productTagsResponse>

/** The merchant's word on one product, all of it: what is in neither list is left to the shop's texts. */
export const productTagsRequest = z
  .object({ added: z.array(tagId).max(50).default([]), removed: z.array(tagId).max(50).default([]) })
  .strict()
export type ProductTagsRequest = z.infer<typeof productTagsRequest>

/** Every tag of the shop for its merchant, shown to shoppers or not. */
export const tagDeskResponse = z.object({
  tags: z.array(
    shownTag.extend({
      kind: z.enum(tagKinds),
      hidden: z.boolean(),
      not_shown: notShown.optional(),
    }),
  ),
})
export type TagDeskResponse = z.infer<typeof tagDeskResponse>

/** Tags never offered to shoppers; they still find products. */
export const tagDeskRequest = z.object({ hidden: z.array(tagId).max(1000) }).strict()
