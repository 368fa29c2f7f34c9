import type { Settings } from '../../contract/shops.ts'
import { EVENTS, LIMITS } from '../../contract/vocabulary.ts'
import type { NewShop, ShopRecord } from '../../ports/shop-store.ts'
import { readModels } from './model-setup.ts'
import { readGates } from './rerank-gates.ts'

type ShopRow = {
  id: string
  public_key: string
  secret_hash: string
  settings: string
  experiment_salt: string
  created_at: number
}

type MarketRow = { id: string; locale: string; currency: string; origin: string | null; path: string | null }

const addedModelSettings = {
  rerank_gate: 'auto',
  rerank_cards: 'auto',
  expand: true,
  reasons: false,
  embed_deadline_ms: LIMITS.embedDeadlineMs,
  enrich: false,
  warm: false,
  budget: { day: {}, month: {} },
  keep_inputs: false,
  visitor_calls_per_minute: LIMITS.visitorModelCallsPerMinute,
  shop_calls_per_second: LIMITS.shopModelCallsPerSecond,
} satisfies Partial<Settings['models']>

/** Writes the shop's only row. The caller has made sure that there is none. */
export function insertShop(sql: SqlStorage, record: NewShop): void {
  const { markets, ...settings } = record.settings
  sql.exec(
    `INSERT INTO shop (only, id, public_key, secret_hash, settings, experiment_salt, created_at)
     VALUES (1, ?, ?, ?, ?, ?, ?)`,
    record.id,
    record.publicKey,
    record.secretHash,
    JSON.stringify(settings),
    record.experimentSalt,
    record.createdAt,
  )
  writeMarkets(sql, markets)
}

/** Settings that a shop from before them does not have. */
const laterSettings = {
  content_links: [],
  category_link: '',
  brand_link: '',
  events: { consent: { default: 'ask_first', regions: {} }, retention_days: EVENTS.retentionDays },
} satisfies Partial<Settings>

export function readShop(sql: SqlStorage): ShopRecord | null {
  const row = sql.exec<ShopRow>('SELECT * FROM shop').toArray()[0]
  if (!row) return null
  const settings = {
    ...laterSettings,
    ...(JSON.parse(row.settings) as Omit<Settings, 'markets'>),
  }
  return {
    id: row.id,
    publicKey: row.public_key,
    secretHash: row.secret_hash,
    // A shop made before a setting existed has its default.
    settings: {
      ...settings,
      models: { ...addedModelSettings, ...settings.models },
      markets: readMarkets(sql),
    },
    models: readModels(sql),
    gates: readGates(sql),
    experimentSalt: row.experiment_salt,
    createdAt: row.created_at,
  }
}

export function updateSettings(sql: SqlStorage, { markets, ...settings }: Settings): void {
  sql.exec('UPDATE shop SET settings = ?', JSON.stringify(settings))
  writeMarkets(sql, markets)
}

function readMarkets(sql: SqlStorage): Settings['markets'] {
  return sql
    .exec<MarketRow>('SELECT id, locale, currency, origin, path FROM market ORDER BY position')
    .toArray()
    .map(({ id, locale, currency, origin, path }) => ({
      id,
      locale: locale as Settings['markets'][number]['locale'],
      currency,
      ...(origin === null ? {} : { origin }),
      ...(path === null ? {} : { path }),
    }))
}

function writeMarkets(sql: SqlStorage, markets: Settings['markets']): void {
  sql.exec('DELETE FROM market')
  markets.forEach((market, position) => {
    sql.exec(
      'INSERT INTO market (position, id, locale, currency, origin, path) VALUES (?, ?, ?, ?, ?, ?)',
      position,
      market.id,
      market.locale,
      market.currency,
      market.origin ?? null,
      market.path ?? null,
    )
  })
}
