import type { Migration } from './migration.ts'

export const events: Migration = {
  id: '019_events',
  statements: [
    // Ids of visitors, products and sessions are long and repeat: events hold numbers. `hash`: the visitor as
    // query_visit knows them; null for those who only stand in imported history.
    `CREATE TABLE event_visitor (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, hash TEXT)`,
    `CREATE TABLE event_product (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE)`,
    // `interests`: events that tell of interest in a product; `last_view`: the product viewed last.
    `CREATE TABLE event_session (
      id INTEGER PRIMARY KEY,
      key TEXT NOT NULL UNIQUE,
      interests INTEGER NOT NULL DEFAULT 0,
      last_view INTEGER
    )`,
    // Who was seen in which session: the only thing that leads from a visitor to events.
    `CREATE TABLE event_link (visitor INTEGER NOT NULL, session INTEGER NOT NULL, PRIMARY KEY (visitor, session)) WITHOUT ROWID`,
    `CREATE INDEX event_link_session ON event_link (session)`,
    // `id`: a UUID as 16 bytes, anything else as text. `name`: a place in the vocabulary's list. `product`: the only one,
    // or null; several, and all that is rare, are in `detail` as JSON. `learnt`: it went to those who learn.
    // The numbers never come again, because a job remembers how far it has read.
    `CREATE TABLE event (
      seq INTEGER PRIMARY KEY AUTOINCREMENT,
      id BLOB NOT NULL UNIQUE,
      session INTEGER NOT NULL,
      visitor INTEGER,
      name INTEGER NOT NULL,
      at INTEGER NOT NULL,
      product INTEGER,
      learnt INTEGER NOT NULL,
      detail TEXT
    )`,
    `CREATE INDEX event_of_session ON event (session)`,
    `CREATE INDEX event_at ON event (at)`,
    // Up to where events have been folded into what follows.
    `CREATE TABLE event_fold (only INTEGER PRIMARY KEY CHECK (only = 1), seq INTEGER NOT NULL)`,
    `INSERT INTO event_fold VALUES (1, 0)`,
    // How often each thing happened on a day of the shop's. Outlives the events.
    `CREATE TABLE event_day (
      day TEXT NOT NULL,
      name INTEGER NOT NULL,
      events INTEGER NOT NULL,
      PRIMARY KEY (day, name)
    ) WITHOUT ROWID`,
    // Who searched for this and then chose that, by the visitor's hash, with the last day.
    `CREATE TABLE query_choice (
      market TEXT NOT NULL,
      query_key TEXT NOT NULL,
      product TEXT NOT NULL,
      visitor TEXT NOT NULL,
      day INTEGER NOT NULL,
      PRIMARY KEY (market, query_key, product, visitor)
    ) WITHOUT ROWID`,
    `CREATE INDEX query_choice_day ON query_choice (day)`,
    `CREATE INDEX query_choice_visitor ON query_choice (visitor)`,
    `CREATE INDEX query_visit_visitor ON query_visit (visitor)`,
    // One row an order, whatever tells of it first. Amounts are minor units of `currency`; `session` leads to the shopper
    // as long as events of it are kept.
    `CREATE TABLE shop_order (
      transaction_id TEXT PRIMARY KEY,
      state TEXT NOT NULL CHECK (state IN ('placed', 'paid', 'refunded')),
      value INTEGER,
      currency TEXT,
      refunded INTEGER NOT NULL DEFAULT 0,
      placed_at INTEGER,
      paid_at INTEGER,
      session INTEGER
    ) WITHOUT ROWID`,
    `CREATE INDEX shop_order_session ON shop_order (session) WHERE session IS NOT NULL`,
    // Messages of the shop's server that have been heeded.
    `CREATE TABLE order_message (id TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID`,
    `CREATE INDEX order_message_at ON order_message (at)`,
    `CREATE TABLE order_secret (only INTEGER PRIMARY KEY CHECK (only = 1), secret TEXT NOT NULL)`,
    // Leads from what a page tells of a search to the words and the market.
    `ALTER TABLE search_log ADD COLUMN request_id TEXT`,
    `ALTER TABLE search_log ADD COLUMN market TEXT`,
    `CREATE INDEX search_log_request ON search_log (request_id) WHERE request_id IS NOT NULL`,
  ],
}
