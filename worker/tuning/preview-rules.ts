import { searchRequest } from '../contract/search.ts'
import type { Rule, RulesPreviewRequest, RulesPreviewResponse, TuningTrace } from '../contract/tuning.ts'
import { TUNING } from '../contract/vocabulary.ts'
import type { Services } from '../ports/services.ts'
import type { ShopRecord } from '../ports/shop-store.ts'
import { ok, type Result } from '../result.ts'
import type { SearchFailure } from '../search/failures.ts'
import { searchProducts, type Asked, type Searched } from '../search/search-products.ts'
import { withIds } from './with-ids.ts'

const listOf = ({ response }: Searched) => ({ hits: response.hits, total: response.total })

/** The explanation is the shop's own and typed where it is made; a shop without a catalogue has none. */
const traceOf = ({ found }: Searched): TuningTrace =>
  (found.explanation as { tuning: TuningTrace } | undefined)?.tuning ?? { synonyms: [], rules: [] }

/**
 * One search twice: with the rules to compare with, and with those that are tried. Nothing is saved, and the search
 * is not in the shop's log.
 */
export async function previewRules(
  services: Services,
  shop: ShopRecord,
  { rules, against, q, category, market, locale }: RulesPreviewRequest,
  asked: Pick<Asked, 'requestId' | 'arrivedAt' | 'later'> & { readonly newId: () => string },
): Promise<Result<RulesPreviewResponse, SearchFailure>> {
  const { requestId, arrivedAt, later, newId } = asked
  const request = searchRequest.parse({
    q,
    limit: TUNING.previewHits,
    ...(market === undefined ? {} : { market }),
    ...(locale === undefined ? {} : { locale }),
    filters: category === undefined ? {} : { category },
  })
  const search = (tried: readonly Rule[] | undefined) =>
    searchProducts(services, shop, request, {
      requestId,
      arrivedAt,
      later,
      streams: false,
      explain: true,
      ...(tried === undefined ? {} : { rules: tried }),
    })
  const before = await search(against && withIds(against, newId))
  if (!before.ok) return before
  const after = await search(withIds(rules, newId))
  if (!after.ok) return after
  const { redirect, banners } = after.value.response
  return ok({
    before: listOf(before.value),
    after: listOf(after.value),
    ...(redirect === undefined ? {} : { redirect }),
    ...(banners === undefined ? {} : { banners }),
    tuning: traceOf(after.value),
  })
}
