import type { LeaderboardStore, LeaderboardWork } from '../../ports/leaderboard-store.ts'
import type { ShopObject } from '../../shop/shop-object.ts'
import { shopRecords } from './shop-records.ts'

/** A shop's judgements and its comparison of models, through its object. What arrives over RPC is a plain copy. */
export function createDurableLeaderboardStore(shops: DurableObjectNamespace<ShopObject>): LeaderboardStore {
  const of = (shop: string) => shops.getByName(shop)
  return {
    grades: async (shop) => of(shop).grades(),
    saveGrades: async (shop, grades, ifVersion) => of(shop).saveGrades(grades, ifVersion),
    begin: async (shop, leaderboard) => of(shop).beginLeaderboard(leaderboard),
    forget: async (shop) => of(shop).forgetLeaderboard(),
    next: async (shop, lease, now) => {
      const work: LeaderboardWork = await of(shop).nextLeaderboardWork(lease, now)
      // At its end the shop has learnt, and its record says so.
      if (work.kind === 'done') shopRecords.forget(shop)
      return work
    },
    store: async (shop, scored) => of(shop).storeScores(scored),
    trouble: async (shop, trouble) => of(shop).leaderboardTrouble(trouble),
    endTurn: async (shop, lease, more) => of(shop).endLeaderboardTurn(lease, more),
    read: async (shop) => of(shop).leaderboard(),
  }
}
