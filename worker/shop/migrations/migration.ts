/** One step of the shop's schema. */
export interface Migration {
  readonly id: string
  readonly statements: readonly string[]
}
