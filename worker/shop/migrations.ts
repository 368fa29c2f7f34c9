/**
 * The shop's schema as an append-only list: a migration that has landed is never edited.
 * Full-text tables are made per catalogue (see tables/product-index.ts), not here.
 */
export interface Migration {
  readonly id: string
  readonly statements: readonly string[]
}

export const migrations: readonly Migration[] = [
  {
    id: '001_shop',
    statements: [
      `CREATE TABLE shop (
        only INTEGER PRIMARY KEY CHECK (only = 1),
        id TEXT NOT NULL,
        public_key TEXT NOT NULL,
        secret_hash TEXT NOT NULL,
        settings TEXT NOT NULL,
        experiment_salt TEXT NOT NULL,
        created_at INTEGER NOT NULL
      )`,
      `CREATE TABLE market (
        position INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        locale TEXT NOT NULL,
        currency TEXT NOT NULL,
        origin TEXT,
        path TEXT
      )`,
    ],
  },
  {
    id: '002_catalogue',
    statements: [
      // One row a generation; `live` is the one shoppers see, `replace` builds the next beside it.
      `CREATE TABLE catalogue (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        state TEXT NOT NULL CHECK (state IN ('building', 'held', 'live', 'retired')),
        import TEXT,
        created_at INTEGER NOT NULL,
        products INTEGER NOT NULL DEFAULT 0,
        indexed INTEGER NOT NULL DEFAULT 0,
        lengths TEXT NOT NULL DEFAULT '[0,0,0,0,0]'
      )`,
      `CREATE UNIQUE INDEX catalogue_live ON catalogue (state) WHERE state = 'live'`,
      // A product's texts, prices and links may differ per market, so a row belongs to one market.
      `CREATE TABLE product (
        row INTEGER PRIMARY KEY,
        catalogue INTEGER NOT NULL,
        market TEXT NOT NULL,
        id TEXT NOT NULL,
        digest TEXT NOT NULL,
        body TEXT NOT NULL,
        brand TEXT NOT NULL,
        brand_key TEXT NOT NULL,
        category TEXT NOT NULL,
        availability TEXT NOT NULL,
        visibility TEXT NOT NULL,
        adult INTEGER NOT NULL,
        price INTEGER,
        price_until INTEGER,
        created_at INTEGER,
        rating REAL,
        rating_count INTEGER NOT NULL DEFAULT 0,
        facts TEXT NOT NULL,
        stated TEXT NOT NULL,
        vector BLOB NOT NULL
      )`,
      `CREATE UNIQUE INDEX product_id ON product (catalogue, market, id)`,
      `CREATE INDEX product_category ON product (catalogue, market, category)`,
      `CREATE INDEX product_brand ON product (catalogue, brand_key)`,
      `CREATE INDEX product_price_until ON product (price_until) WHERE price_until IS NOT NULL`,
      `CREATE TABLE review (
        id TEXT PRIMARY KEY,
        product_id TEXT NOT NULL,
        digest TEXT NOT NULL,
        import TEXT NOT NULL,
        body TEXT NOT NULL
      ) WITHOUT ROWID`,
      `CREATE INDEX review_product ON review (product_id)`,
      // Products whose reviews changed and whose evidence is to be condensed again.
      `CREATE TABLE stale_evidence (product_id TEXT PRIMARY KEY) WITHOUT ROWID`,
    ],
  },
  {
    id: '003_import',
    statements: [
      `CREATE TABLE import (
        id TEXT PRIMARY KEY,
        kind TEXT NOT NULL,
        mode TEXT NOT NULL,
        format TEXT NOT NULL,
        market TEXT NOT NULL,
        status TEXT NOT NULL,
        stage TEXT NOT NULL,
        checkpoint TEXT NOT NULL,
        detected TEXT,
        bytes INTEGER NOT NULL DEFAULT 0,
        bytes_read INTEGER NOT NULL DEFAULT 0,
        read INTEGER NOT NULL DEFAULT 0,
        accepted INTEGER NOT NULL DEFAULT 0,
        rejected INTEGER NOT NULL DEFAULT 0,
        changed INTEGER NOT NULL DEFAULT 0,
        removed INTEGER NOT NULL DEFAULT 0,
        progress REAL NOT NULL DEFAULT 0,
        catalogue INTEGER,
        held_because TEXT,
        created_at INTEGER NOT NULL,
        finished_at INTEGER
      )`,
      `CREATE TABLE import_chunk (
        import TEXT NOT NULL,
        seq INTEGER NOT NULL,
        bytes BLOB NOT NULL,
        PRIMARY KEY (import, seq)
      ) WITHOUT ROWID`,
      `CREATE TABLE import_part (
        import TEXT NOT NULL,
        group_key TEXT NOT NULL,
        seq INTEGER NOT NULL,
        line INTEGER NOT NULL,
        body TEXT NOT NULL,
        PRIMARY KEY (import, group_key, seq)
      ) WITHOUT ROWID`,
      `CREATE TABLE import_error (
        import TEXT NOT NULL,
        seq INTEGER NOT NULL,
        line INTEGER NOT NULL,
        field TEXT NOT NULL,
        message TEXT NOT NULL,
        PRIMARY KEY (import, seq)
      ) WITHOUT ROWID`,
    ],
  },
  {
    id: '004_jobs_and_log',
    statements: [
      `CREATE TABLE job (
        name TEXT PRIMARY KEY,
        due_at INTEGER NOT NULL,
        attempts INTEGER NOT NULL DEFAULT 0
      ) WITHOUT ROWID`,
      `CREATE TABLE search_log (
        seq INTEGER PRIMARY KEY,
        at INTEGER NOT NULL,
        query TEXT NOT NULL,
        understood TEXT NOT NULL,
        hits TEXT NOT NULL,
        total INTEGER NOT NULL,
        answer TEXT NOT NULL,
        mode TEXT NOT NULL,
        took_ms INTEGER NOT NULL
      )`,
      `CREATE INDEX search_log_at ON search_log (at)`,
    ],
  },
  {
    id: '005_index_by_terms',
    statements: [
      // Which rows differ from what was last made of them: from their part of the index, and in memory.
      `CREATE TABLE product_change (seq INTEGER PRIMARY KEY AUTOINCREMENT, row INTEGER NOT NULL)`,
      ...(['INSERT', 'UPDATE', 'DELETE'] as const).map(
        (event) => `CREATE TRIGGER product_after_${event.toLowerCase()} AFTER ${event} ON product BEGIN
          INSERT INTO product_change (row) VALUES (${event === 'DELETE' ? 'OLD' : 'NEW'}.row);
        END`,
      ),
      // The index by terms, in parts of so many rows (see tables/index-parts.ts). `built` is the change it is up to.
      `CREATE TABLE index_part (
        part INTEGER PRIMARY KEY,
        built INTEGER NOT NULL,
        first_catalogue INTEGER NOT NULL,
        last_catalogue INTEGER NOT NULL,
        markets TEXT NOT NULL,
        columns BLOB NOT NULL
      )`,
      `CREATE TABLE index_postings (key INTEGER PRIMARY KEY, bytes BLOB NOT NULL)`,
      // What was there before this version.
      `INSERT INTO product_change (row) SELECT row FROM product`,
    ],
  },
  {
    id: '006_typing',
    statements: [
      // Counts up with every write, so that what is remembered of a catalogue's words can be told from stale.
      `ALTER TABLE catalogue ADD COLUMN changes INTEGER NOT NULL DEFAULT 0`,
      // The words, brands and category paths of a catalogue as the shop writes them.
      `CREATE TABLE catalogue_word (
        catalogue INTEGER NOT NULL,
        market TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('word', 'brand', 'category')),
        key TEXT NOT NULL,
        text TEXT NOT NULL,
        documents INTEGER NOT NULL,
        PRIMARY KEY (catalogue, market, kind, key)
      ) WITHOUT ROWID`,
      // Catalogues from before: their words are counted in the background.
      `CREATE TABLE catalogue_word_fill (catalogue INTEGER PRIMARY KEY, row INTEGER NOT NULL)`,
      `INSERT INTO catalogue_word_fill SELECT id, 0 FROM catalogue`,
      `INSERT OR IGNORE INTO job (name, due_at) SELECT 'words', 0 WHERE EXISTS (SELECT 1 FROM catalogue)`,
      // Other spellings of brands in the merchant's own words.
      `CREATE TABLE brand_spelling (
        brand_key TEXT PRIMARY KEY,
        brand TEXT NOT NULL,
        spellings TEXT NOT NULL
      ) WITHOUT ROWID`,
      // Who searched for what, for telling how many did: visitors as keyed hashes, days since the epoch.
      `CREATE TABLE query_visit (
        market TEXT NOT NULL,
        query_key TEXT NOT NULL,
        visitor TEXT NOT NULL,
        day INTEGER NOT NULL,
        clicked INTEGER NOT NULL,
        PRIMARY KEY (market, query_key, visitor, day)
      ) WITHOUT ROWID`,
      `CREATE INDEX query_visit_day ON query_visit (day)`,
      // What enough visitors searched for and clicked on.
      `CREATE TABLE popular_query (
        market TEXT NOT NULL,
        query_key TEXT NOT NULL,
        text TEXT NOT NULL,
        visitors INTEGER NOT NULL,
        days INTEGER NOT NULL,
        PRIMARY KEY (market, query_key)
      ) WITHOUT ROWID`,
      // Queries that are never suggested, and those the merchant wants shown first.
      `CREATE TABLE query_list (
        list TEXT NOT NULL CHECK (list IN ('blocked', 'popular')),
        position INTEGER NOT NULL,
        text TEXT NOT NULL,
        PRIMARY KEY (list, position)
      ) WITHOUT ROWID`,
      `CREATE TABLE secret_salt (only INTEGER PRIMARY KEY CHECK (only = 1), salt TEXT NOT NULL)`,
      `INSERT INTO secret_salt VALUES (1, lower(hex(randomblob(32))))`,
    ],
  },
  {
    id: '007_tags',
    statements: [
      // The merchant's word on a product's tags, which beats what its texts say.
      `CREATE TABLE tag_correction (
        product_id TEXT NOT NULL,
        tag TEXT NOT NULL,
        added INTEGER NOT NULL,
        PRIMARY KEY (product_id, tag)
      ) WITHOUT ROWID`,
      `CREATE TABLE tag_hidden (tag TEXT PRIMARY KEY) WITHOUT ROWID`,
      // Products from before carry no tags yet: they are written anew in the background.
      `INSERT OR IGNORE INTO stale_evidence SELECT DISTINCT id FROM product`,
      `INSERT OR IGNORE INTO job (name, due_at) SELECT 'evidence', 0 WHERE EXISTS (SELECT 1 FROM product)`,
    ],
  },
  {
    id: '008_merchandising',
    statements: [
      // One entry a row, because a row ends at 2 MB; a list is replaced as a whole and its version goes up.
      `CREATE TABLE tuning (list TEXT PRIMARY KEY, version INTEGER NOT NULL) WITHOUT ROWID`,
      `CREATE TABLE tuning_entry (
        list TEXT NOT NULL,
        position INTEGER NOT NULL,
        body TEXT NOT NULL,
        PRIMARY KEY (list, position)
      ) WITHOUT ROWID`,
      // What a product costs the shop stands apart, so that no query that shows products can bring it along.
      `CREATE TABLE product_cost (
        row INTEGER PRIMARY KEY REFERENCES product (row) ON DELETE CASCADE,
        cost INTEGER,
        margin REAL
      )`,
    ],
  },
  {
    id: '009_outbox',
    statements: [
      // Changed products whose change a search server has not taken yet; a later change of the same one replaces it.
      `CREATE TABLE outbox (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        market TEXT NOT NULL,
        id TEXT NOT NULL,
        UNIQUE (market, id)
      )`,
      // Only there while a search server is set up: without a row nothing is written to the outbox.
      `CREATE TABLE search_server (
        only INTEGER PRIMARY KEY CHECK (only = 1),
        endpoint TEXT NOT NULL,
        lease TEXT NOT NULL DEFAULT '',
        lease_until INTEGER NOT NULL DEFAULT 0
      )`,
      // One index a language policy; how it stands, as JSON (see shop/sync/index-state.ts).
      `CREATE TABLE search_index (
        policy TEXT PRIMARY KEY,
        state TEXT NOT NULL
      ) WITHOUT ROWID`,
    ],
  },
  {
    id: '010_vectors',
    statements: [
      // Where the back-fill stands. Vectors of one model only are kept: two models' say nothing about each other.
      `CREATE TABLE vector_state (
        only INTEGER PRIMARY KEY CHECK (only = 1),
        model TEXT NOT NULL,
        dims INTEGER,
        next_slot INTEGER NOT NULL DEFAULT 0,
        looked_to INTEGER NOT NULL DEFAULT 0,
        batch INTEGER NOT NULL,
        failures INTEGER NOT NULL DEFAULT 0,
        paused_until INTEGER NOT NULL DEFAULT 0,
        leased_until INTEGER NOT NULL DEFAULT 0,
        last_error TEXT,
        budget TEXT,
        estimated INTEGER NOT NULL DEFAULT 0
      )`,
      // By id, not by row: a replaced or restored catalogue has the same goods and needs no new vectors.
      `CREATE TABLE product_vector (
        market TEXT NOT NULL,
        id TEXT NOT NULL,
        digest TEXT NOT NULL,
        seen TEXT NOT NULL,
        slot INTEGER,
        PRIMARY KEY (market, id)
      ) WITHOUT ROWID`,
      `CREATE UNIQUE INDEX product_vector_slot ON product_vector (slot) WHERE slot IS NOT NULL`,
      `CREATE TABLE vector_free (slot INTEGER PRIMARY KEY)`,
      // Records slot after slot, up to a megabyte: fifty reads bring fifty thousand vectors into memory.
      `CREATE TABLE vector_block (block INTEGER PRIMARY KEY, data BLOB NOT NULL)`,
    ],
  },
  {
    id: '011_models',
    statements: [
      // Who serves what, and what is forbidden, as JSON; without a row nothing has been set up.
      `CREATE TABLE model_setup (
        only INTEGER PRIMARY KEY CHECK (only = 1),
        version INTEGER NOT NULL,
        setup TEXT NOT NULL
      )`,
      // The key is sealed outside and cannot be opened here. `probe` is what the last one found, as JSON.
      `CREATE TABLE model_endpoint (
        id TEXT PRIMARY KEY,
        position INTEGER NOT NULL,
        endpoint TEXT NOT NULL,
        sealed_key TEXT,
        key_hint TEXT,
        probe TEXT
      ) WITHOUT ROWID`,
    ],
  },
  {
    id: '012_expansions',
    statements: [
      // Words a model would look for beside a wish's own; the key names the wish, the language, the model and the prompt.
      `CREATE TABLE expansion (key TEXT PRIMARY KEY, words TEXT NOT NULL, made_at INTEGER NOT NULL) WITHOUT ROWID`,
      `CREATE INDEX expansion_made ON expansion (made_at)`,
    ],
  },
  {
    id: '013_ledger',
    statements: [
      // Every call to a model, from the moment that its cost is set aside. `expires_at` is null once it has ended; `cost`
      // is in billionths of a dollar, as in model_day.
      `CREATE TABLE model_call (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        at INTEGER NOT NULL,
        day TEXT NOT NULL,
        purpose TEXT NOT NULL,
        endpoint TEXT NOT NULL,
        owner TEXT NOT NULL,
        model TEXT NOT NULL,
        price_in REAL,
        price_out REAL,
        input_sha256 TEXT NOT NULL,
        input_bytes INTEGER NOT NULL,
        input TEXT,
        tokens_in INTEGER NOT NULL DEFAULT 0,
        tokens_out INTEGER NOT NULL DEFAULT 0,
        counted INTEGER NOT NULL DEFAULT 0,
        cost INTEGER NOT NULL DEFAULT 0,
        latency_ms INTEGER,
        first_byte_ms INTEGER,
        verdict TEXT NOT NULL,
        dropped TEXT NOT NULL DEFAULT '{}',
        request_id TEXT NOT NULL,
        expires_at INTEGER
      )`,
      `CREATE INDEX model_call_pending ON model_call (expires_at) WHERE expires_at IS NOT NULL`,
      `CREATE INDEX model_call_input ON model_call (at) WHERE input IS NOT NULL`,
      `CREATE INDEX model_call_at ON model_call (at)`,
      // What the calls of a day came to: budgets are judged by it, and it outlives the calls.
      `CREATE TABLE model_day (
        day TEXT NOT NULL,
        purpose TEXT NOT NULL,
        owner TEXT NOT NULL,
        calls INTEGER NOT NULL DEFAULT 0,
        tokens_in INTEGER NOT NULL DEFAULT 0,
        tokens_out INTEGER NOT NULL DEFAULT 0,
        cost INTEGER NOT NULL DEFAULT 0,
        failed INTEGER NOT NULL DEFAULT 0,
        dropped INTEGER NOT NULL DEFAULT 0,
        refused INTEGER NOT NULL DEFAULT 0,
        remembered INTEGER NOT NULL DEFAULT 0,
        joined INTEGER NOT NULL DEFAULT 0,
        rested INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (day, purpose, owner)
      ) WITHOUT ROWID`,
    ],
  },
  {
    id: '014_enrichment',
    statements: [
      // Where the enrichment stands. `run`: the model, prompt and vocabulary it stands there with.
      `CREATE TABLE enrich_state (
        only INTEGER PRIMARY KEY CHECK (only = 1),
        run TEXT NOT NULL,
        looked_to INTEGER NOT NULL DEFAULT 0,
        batch INTEGER NOT NULL,
        failures INTEGER NOT NULL DEFAULT 0,
        paused_until INTEGER NOT NULL DEFAULT 0,
        leased_until INTEGER NOT NULL DEFAULT 0,
        last_error TEXT,
        budget TEXT,
        estimated INTEGER NOT NULL DEFAULT 0
      )`,
      // What a model wrote about a product; by id, not by row, for a replaced catalogue has the same goods.
      // `key`: what the answer depends on; `text`: what the model was shown; `seen`: the product it was made from.
      `CREATE TABLE product_enrichment (
        market TEXT NOT NULL,
        id TEXT NOT NULL,
        run TEXT NOT NULL,
        key TEXT NOT NULL,
        text TEXT NOT NULL,
        seen TEXT NOT NULL,
        failed INTEGER NOT NULL,
        written INTEGER NOT NULL,
        tags TEXT NOT NULL,
        wishes TEXT NOT NULL,
        PRIMARY KEY (market, id)
      ) WITHOUT ROWID`,
      `CREATE INDEX product_enrichment_id ON product_enrichment (id)`,
    ],
  },
  {
    id: '015_reading_order',
    statements: [
      // Products are read in this order: goods of one kind share the tags they are asked about.
      `CREATE INDEX product_reading ON product (catalogue, market, category, id)`,
      // Where the reading stands is a place in that order now, no row; what was written stays.
      `DROP TABLE enrich_state`,
      `CREATE TABLE enrich_state (
        only INTEGER PRIMARY KEY CHECK (only = 1),
        run TEXT NOT NULL,
        looked_to TEXT NOT NULL DEFAULT '',
        batch INTEGER NOT NULL,
        failures INTEGER NOT NULL DEFAULT 0,
        paused_until INTEGER NOT NULL DEFAULT 0,
        leased_until INTEGER NOT NULL DEFAULT 0,
        last_error TEXT,
        budget TEXT,
        estimated INTEGER NOT NULL DEFAULT 0
      )`,
    ],
  },
]
