import { claimsJudge } from '../../claims/judge-claim.ts'
import type { ProductTagsRequest, ProductTagsResponse } from '../../contract/tags.ts'
import type { Services } from '../../ports/services.ts'
import type { ShopRecord } from '../../ports/shop-store.ts'
import { err, ok, type Result } from '../../result.ts'
import { localeOf, marketOf } from '../../shops/market-of.ts'
import { conceptNamed } from '../knowledge/concepts.ts'
import { labelOf } from './list-tags.ts'

export type TagFailure =
  | { readonly kind: 'product_missing' }
  | { readonly kind: 'tag_unknown'; readonly field: string; readonly tag: string }
  | { readonly kind: 'tag_twice'; readonly tag: string }

/** The first tag that does not exist, by its place in the request's field. */
export function unknownTag(field: string, tags: readonly string[]): TagFailure | null {
  const at = tags.findIndex((tag) => !conceptNamed(tag))
  return at < 0 ? null : { kind: 'tag_unknown', field: `${field}.${at}`, tag: tags[at] ?? '' }
}

/** A product's tags as its merchant sees them; with `corrections`, after they were written. */
export async function productTagsOf(
  { shops }: Services,
  shop: ShopRecord,
  id: string,
  corrections?: ProductTagsRequest,
): Promise<Result<ProductTagsResponse, TagFailure>> {
  if (corrections) {
    const { added, removed } = corrections
    const unknown = unknownTag('added', added) ?? unknownTag('removed', removed)
    if (unknown) return err(unknown)
    const twice = added.find((tag) => removed.includes(tag))
    if (twice !== undefined) return err({ kind: 'tag_twice', tag: twice })
  }
  const shown = corrections
    ? await shops.correctTags(shop.id, id, corrections)
    : await shops.productTags(shop.id, id)
  if (!shown) return err({ kind: 'product_missing' })
  const market = marketOf(shop, undefined)
  const locale = market ? localeOf(undefined, market) : 'en'
  const judge = claimsJudge(shown.of)
  return ok({
    tags: shown.tags.map(({ tag, confidence, source, evidence }) => {
      const label = labelOf(tag, locale)
      const verdict = judge(label, source === 'merchant' ? 'merchant' : 'rule')
      return {
        id: tag,
        label,
        confidence: Math.round(confidence * 100) / 100,
        source,
        evidence,
        ...(verdict.display
          ? {}
          : { not_shown: { because: verdict.because, law: verdict.law, needs: verdict.needs } }),
      }
    }),
    removed: shown.removed.map((tag) => ({ id: tag, label: labelOf(tag, locale) })),
  })
}
