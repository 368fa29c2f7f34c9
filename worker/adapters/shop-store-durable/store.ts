import type { SearchLogEntry, ShopRecord, ShopStore } from '../../ports/shop-store.ts'
import type { ShopObject } from '../../shop/shop-object.ts'
import { shopRecords } from './shop-records.ts'

/** Searches wait this long for others of their shop: each write of its own keeps the object from the next search. */
const LOG_WAIT_MS = 250
/** Lines written at once at most. */
const LOG_LINES = 100

/** Lines on their way, by shop; the request of the first takes all of them along. */
const waiting = new Map<string, SearchLogEntry[]>()

/** The shop's data through its object. What arrives over RPC is a plain copy. */
export function createDurableShopStore(shops: DurableObjectNamespace<ShopObject>): ShopStore {
  const of = (shop: string) => shops.getByName(shop)
  return {
    async create(created) {
      shopRecords.forget(created.id)
      return of(created.id).create(created)
    },
    async read(shop) {
      const held = shopRecords.get(shop)
      if (held !== undefined) return held
      const record: ShopRecord | null = await of(shop).read()
      shopRecords.set(shop, record)
      return record
    },
    async saveSettings(shop, settings) {
      await of(shop).saveSettings(settings)
      shopRecords.forget(shop)
    },
    async saveModels(shop, models, ifVersion) {
      const saved = await of(shop).saveModels(models, ifVersion)
      shopRecords.forget(shop)
      return saved
    },
    async saveProbe(shop, endpoint, probe) {
      const kept = await of(shop).saveProbe(endpoint, probe)
      shopRecords.forget(shop)
      return kept
    },
    beginImport: async (shop, request) => of(shop).beginImport(request),
    appendImport: async (shop, id, seq, bytes) => of(shop).appendImport(id, seq, bytes),
    finishUpload: async (shop, id, encoding) => of(shop).finishUpload(id, encoding),
    dropUpload: async (shop, id) => of(shop).dropUpload(id),
    importStatus: async (shop, id) => of(shop).importStatus(id),
    listImports: async (shop) => of(shop).listImports(),
    decideImport: async (shop, id, decision) => of(shop).decideImport(id, decision),
    product: async (shop, id) => of(shop).product(id),
    putProduct: async (shop, fields) => of(shop).putProduct(fields),
    removeProduct: async (shop, id) => of(shop).removeProduct(id),
    catalogues: async (shop) => of(shop).catalogues(),
    restoreCatalogue: async (shop, id) => of(shop).restoreCatalogue(id),
    browse: async (shop, market) => of(shop).browse(market),
    synonyms: async (shop) => of(shop).synonyms(),
    saveSynonyms: async (shop, list, ifVersion) => of(shop).saveSynonyms(list, ifVersion),
    rules: async (shop) => of(shop).rules(),
    saveRules: async (shop, list, ifVersion) => of(shop).saveRules(list, ifVersion),
    async logSearch(shop, entry) {
      const joined = waiting.get(shop)
      if (joined && joined.length < LOG_LINES) {
        joined.push(entry)
        return
      }
      const lines = [entry]
      waiting.set(shop, lines)
      await scheduler.wait(LOG_WAIT_MS)
      if (waiting.get(shop) === lines) waiting.delete(shop)
      await of(shop).logSearches(lines)
    },
    saveExpansion: async (shop, key, words) => of(shop).saveExpansion(key, words),
    suggest: async (shop, plan) => of(shop).suggest(plan),
    brands: async (shop, market) => of(shop).brands(market),
    saveBrands: async (shop, brands) => of(shop).saveBrands(brands),
    queryLists: async (shop) => of(shop).queryLists(),
    saveQueryLists: async (shop, lists) => of(shop).saveQueryLists(lists),
    tagCounts: async (shop, market, locale) => of(shop).tagCounts(market, locale),
    saveHiddenTags: async (shop, tags) => of(shop).saveHiddenTags(tags),
    productTags: async (shop, id) => of(shop).productTags(id),
    correctTags: async (shop, id, corrections) => of(shop).correctTags(id, corrections),
  }
}
