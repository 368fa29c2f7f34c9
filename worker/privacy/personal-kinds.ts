/** What personal data is called in marks, in figures and in the ledger. */
export type PersonalKind =
  /** Resident and foreigner registration numbers, social security numbers, My Number. */
  | 'id'
  | 'passport'
  | 'licence'
  /** Korean personal customs codes. */
  | 'customs'
  | 'card'
  | 'account'
  | 'phone'
  | 'email'
  | 'address'
  | 'name'
  | 'handle'

/** Numbers of orders and parcels are told apart from personal data, which they look like. */
export type SpanKind = PersonalKind | 'order'

/** Half-open, in UTF-16 units. */
export interface Range {
  readonly start: number
  readonly end: number
}

export interface PersonalSpan extends Range {
  readonly kind: SpanKind
}

export interface Rule {
  readonly kind: SpanKind
  /** Ranges in order, none over another. Takes time linear in the length of the text. */
  readonly find: (text: string) => readonly Range[]
}
