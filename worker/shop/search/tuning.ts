import type { Rule, Synonym } from '../../contract/tuning.ts'
import { readyRule, type ReadyRule } from '../../search/merchandise/rule-holds.ts'
import { Synonyms } from '../../search/merchandise/synonyms.ts'
import { zoneMinutes } from '../../shops/market-clock.ts'
import { readList } from '../tables/tuning.ts'

/** The merchant's synonyms and rules, read when the first search needs them and kept until they change. */
export class Tuning {
  readonly #sql: SqlStorage
  #synonyms: Synonyms | undefined
  #rules: readonly ReadyRule[] | undefined

  constructor(sql: SqlStorage) {
    this.#sql = sql
  }

  /** Must be called after every change of either list, or of the markets. */
  forget(): void {
    this.#synonyms = undefined
    this.#rules = undefined
  }

  get synonyms(): Synonyms {
    return (this.#synonyms ??= new Synonyms(readList<Synonym>(this.#sql, 'synonyms')))
  }

  get rules(): readonly ReadyRule[] {
    return (this.#rules ??= this.ready(readList<Rule>(this.#sql, 'rules')))
  }

  /** Rules made ready to be asked: a day that names no zone is one of the shop's first market. */
  ready(rules: readonly Rule[]): ReadyRule[] {
    const locale = this.#sql
      .exec<{ locale: string }>('SELECT locale FROM market ORDER BY position LIMIT 1')
      .toArray()[0]?.locale
    return rules.map((rule) => readyRule(rule, zoneMinutes(locale)))
  }
}
