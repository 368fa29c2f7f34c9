import type { TagDeskResponse, TagsRequest, TagsResponse } from '../../contract/tags.ts'
import { tagKinds, type Locale, type TagKind } from '../../contract/vocabulary.ts'
import type { Services } from '../../ports/services.ts'
import type { ShopRecord } from '../../ports/shop-store.ts'
import { ok, type Result } from '../../result.ts'
import { localeOf } from '../../shops/market-of.ts'
import type { SearchFailure } from '../failures.ts'
import { conceptNamed } from '../knowledge/concepts.ts'
import { marketAsked } from '../plan-search.ts'

/** With fewer products behind it a tag is not worth a tap, and on more than this share of all it tells nothing. */
const PRODUCTS_LEAST = 3
const SHARE_MOST = 0.4

/** Tags shown of one kind. */
const SHOWN = 12

const kindOf = (tag: string): TagKind => tag.slice(0, tag.indexOf(':')) as TagKind

/** What a tag is called; a concept that has gone keeps its name. */
export const labelOf = (tag: string, locale: Locale): string => conceptNamed(tag)?.label[locale] ?? tag

/** What shoppers of a market can tap before they type, commonest first within each kind. */
export async function listTags(
  { shops }: Services,
  shop: ShopRecord,
  request: TagsRequest,
): Promise<Result<TagsResponse, SearchFailure>> {
  const market = marketAsked(shop, request.market)
  if (!market.ok) return market
  const locale = localeOf(request.locale, market.value)
  const { counts, hidden, products } = await shops.tagCounts(shop.id, market.value.id, locale)
  const shown = counts
    .filter(
      ({ tag, count, shown }) =>
        shown >= PRODUCTS_LEAST && count <= products * SHARE_MOST && !hidden.includes(tag),
    )
    .toSorted((left, right) => right.shown - left.shown || (left.tag < right.tag ? -1 : 1))
  return ok({
    tags: tagKinds
      .map((kind) => ({
        kind,
        values: shown
          .filter(({ tag }) => kindOf(tag) === kind)
          .slice(0, SHOWN)
          .map(({ tag, shown: count }) => ({ id: tag, label: labelOf(tag, locale), count })),
      }))
      .filter(({ values }) => values.length > 0),
  })
}

/** The merchant's view: every tag that some product serves well, and why it is not offered where it may not be. */
export async function listTagDesk({ shops }: Services, shop: ShopRecord): Promise<TagDeskResponse> {
  const [market] = shop.settings.markets
  if (!market) return { tags: [] }
  const locale = localeOf(undefined, market)
  const { counts, hidden } = await shops.tagCounts(shop.id, market.id, locale)
  return {
    tags: counts
      .toSorted((left, right) => right.count - left.count || (left.tag < right.tag ? -1 : 1))
      .map(({ tag, count, shown, held }) => ({
        id: tag,
        kind: kindOf(tag),
        label: labelOf(tag, locale),
        count,
        hidden: hidden.includes(tag),
        ...(held && shown < Math.min(count, PRODUCTS_LEAST) ? { not_shown: held } : {}),
      })),
  }
}
