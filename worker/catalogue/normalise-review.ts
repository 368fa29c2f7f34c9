import type { RowError } from '../contract/catalogue.ts'
import type { Review } from '../ports/product.ts'
import { err, ok, type Result } from '../result.ts'
import { NO_ANSWER } from './attributes-of.ts'
import { asArray, asObject, asText } from './cells.ts'
import { pastDate } from './dates.ts'
import { digest } from './digest.ts'
import { squashName } from './field-names.ts'
import { idText } from './identity-of.ts'
import { plainText } from './plain-text.ts'
import type { RawRecord } from './read-records.ts'
import { flag, ratingOf } from './stated-values.ts'

/**
 * Columns by meaning, best name first. Sources: Judge.me, Loox, Yotpo, Okendo, Shopify Product Reviews,
 * Magento, Cafe24's board API.
 */
const reviewAliases = {
  id: ['id', 'review_id', 'reviewid', 'article_no', 'code', '리뷰번호', '후기번호', 'レビューID'],
  product_id: [
    'product_id',
    'productid',
    'product_no',
    'product_code',
    'item_id',
    'goods_no',
    'goodsno',
    'parent_asin',
    'asin',
    '상품번호',
    '상품코드',
    '상품 ID',
    '商品ID',
    '商品番号',
    'product_handle',
    'handle',
    'product_sku',
    'sku',
  ],
  rating: [
    'rating',
    'rating_value',
    'review_score',
    'score',
    'stars',
    'star',
    'review_rating',
    '평점',
    '별점',
    '評価',
  ],
  title: ['title', 'review_title', 'headline', 'subject', 'summary', '제목', 'タイトル'],
  text: [
    'text',
    'body',
    'review',
    'review_content',
    'review_body',
    'review_text',
    'content',
    'comment',
    'detail',
    'message',
    '내용',
    '리뷰',
    '리뷰내용',
    '리뷰 내용',
    '후기',
    '후기내용',
    '상품평',
    '本文',
    'レビュー',
    'レビュー本文',
    '内容',
  ],
  date: [
    'review_date',
    'created_at',
    'date',
    'date_created',
    'created_date',
    'written_at',
    'created',
    'timestamp',
    '작성일',
    '작성일자',
    '등록일',
    '投稿日',
  ],
  published: ['status', 'curated', 'state', 'published', 'approved', '상태', '노출여부', '공개여부'],
  secret: ['secret', 'deleted', 'is_secret'],
  attributes: ['attributes'],
} as const satisfies Record<string, readonly string[]>

type ReviewField = keyof typeof reviewAliases

/** Facts about the purchase that help to read the review. Everything else a review export holds may name a person. */
const KEPT: ReadonlySet<string> = new Set(
  [
    'verified_purchase',
    'verified',
    'is_verified_buyer',
    'incentivized',
    'variant',
    'option',
    'size',
    'color',
    'recommended',
    '옵션',
    '사이즈',
    '색상',
  ].map(squashName),
)

const PERSONAL =
  /mail|name|author|writer|reviewer|nick|phone|mobile|address|^ip|member|user|customer|location|birth|이름|작성자|전화|이메일|주소|회원|닉네임|氏名|名前|住所|電話/i

const PUBLISHED =
  /^(?:|ok|active|approved|published|publish|public|visible|live|1|y|yes|true|t|공개|노출|승인|公開)$/i

const MAX_TEXT = 20_000
const MAX_ATTRIBUTES = 30

const isReviewField = (name: string): name is ReviewField => Object.hasOwn(reviewAliases, name)

const index: ReadonlyMap<string, readonly { readonly field: ReviewField; readonly rank: number }[]> = new Map(
  Object.entries(reviewAliases).flatMap(([field, names]) =>
    names.map((name, rank) => [squashName(name), isReviewField(field) ? [{ field, rank }] : []] as const),
  ),
)

/** What each column of a review file was taken for, for the merchant to check. */
export const mapReviewColumns = (
  columns: readonly string[],
): Record<string, ReviewField | 'attribute' | 'ignored'> =>
  Object.fromEntries(
    columns.map((column) => {
      const key = squashName(column)
      return [column, index.get(key)?.[0]?.field ?? (KEPT.has(key) ? 'attribute' : 'ignored')]
    }),
  )

const cellsByField = (fields: RawRecord['fields']): ReadonlyMap<ReviewField, unknown> => {
  const best = new Map<ReviewField, { rank: number; value: unknown }>()
  for (const [column, value] of Object.entries(fields)) {
    if (value === null || (typeof value === 'string' && value.trim() === '')) continue
    for (const { field, rank } of index.get(squashName(column)) ?? []) {
      const before = best.get(field)
      if (!before || rank < before.rank) best.set(field, { rank, value })
    }
  }
  return new Map([...best].map(([field, { value }]) => [field, value]))
}

/** `gid://shopify/Product/123` names product 123. */
const withoutGid = (id: string): string => /^gid:\/\/.*\/([^/?]+)(?:\?.*)?$/.exec(id)?.[1] ?? id

const attributesIn = (fields: RawRecord['fields'], stated: unknown): Review['attributes'] => {
  const columns = Object.entries(fields).filter(([column]) => KEPT.has(squashName(column)))
  const entries = [...Object.entries(asObject(stated) ?? {}), ...columns]
  return entries
    .flatMap(([name, value]) => {
      const text = plainText(
        asArray(value)
          .flatMap((item) => asText(item) ?? [])
          .join(', '),
        201,
      )
      return text === undefined || text.length > 200 || NO_ANSWER.test(text) || PERSONAL.test(name)
        ? []
        : [[name.trim(), text] as const]
    })
    .slice(0, MAX_ATTRIBUTES)
}

/**
 * One source record to one review. Keeps no name, e-mail, address or IP. What the shop has not published is
 * refused, and so is a review without words; a missing id becomes a hash of product, date and text, so that
 * the same file read twice gives the same reviews.
 */
export const normaliseReview = (
  raw: RawRecord,
  context: { readonly now: number },
): Result<Review, RowError[]> => {
  const errors: RowError[] = []
  const refuse = (field: string, message: string): void => {
    errors.push({ line: raw.line, field, message })
  }
  const cells = cellsByField(raw.fields)
  const text = (field: ReviewField): string | undefined => asText(cells.get(field))
  const productId = idText(cells.get('product_id'), 'product_id', refuse)
  const statedId = idText(cells.get('id'), 'id', refuse)
  const title = plainText(text('title') ?? '', 500)
  const body = plainText(text('text') ?? '', MAX_TEXT)
  if (productId === undefined && errors.length === 0) {
    refuse('product_id', 'product_id is empty: a review must name its product')
  }
  if (!PUBLISHED.test(text('published') ?? '') || flag(text('secret')) === true) {
    refuse('status', 'not published: the shop has not approved this review')
  }
  if (title === undefined && body === undefined) refuse('text', 'text is empty: a review needs words')
  if (errors.length > 0 || productId === undefined) return err(errors)

  const product = withoutGid(productId)
  const date = text('date')
  const rating = ratingOf(text('rating'))
  const writtenAt = pastDate(date, context.now)
  return ok({
    id:
      statedId === undefined
        ? `h-${digest([product, date ?? '', title ?? '', body ?? ''].join('\n'))}`
        : withoutGid(statedId),
    productId: product,
    ...(rating !== undefined && { rating: Math.max(1, rating) }),
    ...(body !== undefined && title !== undefined && { title }),
    text: body ?? title ?? '',
    attributes: attributesIn(raw.fields, cells.get('attributes')),
    ...(writtenAt !== undefined && { writtenAt }),
  })
}
