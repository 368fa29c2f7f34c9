/**
 * How the parts of the recommender are shaped. Shops differ: in one the last product says almost everything, in another
 * all of a session counts alike. So there is a pool of shapes, and each shop's own events choose (see `preset-pool.ts`).
 */

const DAY_MS = 24 * 3600 * 1000

/** How neighbours of a session are weighed and what they vote for; see `neighbours.ts`. Distances count in steps. */
export interface NeighbourShape {
  /** A context item counts exp(-distance / this). */
  readonly contextDecay: number
  /** A neighbour counts its length to the power of minus this. */
  readonly lengthPower: number
  /** A neighbour counts exp(-age / this), in milliseconds. */
  readonly ageMs: number
  /** A neighbour counts exp(-distance of the nearest shared context item / this). */
  readonly sharedDecay: number
  /** Items around the last shared one count exp(-distance / this). */
  readonly voteDecay: number
  /** And those before it this much of that. */
  readonly before: number
  /** The shared one itself. */
  readonly shared: number
  /** Rare items count 1 + this times their inverse session frequency. */
  readonly rarity: number
}

export interface Preset {
  readonly name: string
  readonly neighbours: NeighbourShape
  /** Shares of neighbours, sequence rules and co-visitation in the score. */
  readonly shares: readonly [neighbours: number, next: number, together: number]
}

/** Tuned on clicks of one shop (validation split only): the last products count most. */
const focused: NeighbourShape = {
  contextDecay: 1.2,
  lengthPower: 0.1,
  ageMs: 10 * DAY_MS,
  sharedDecay: 1.5,
  voteDecay: 2,
  before: 1,
  shared: 1.8,
  rarity: 3,
}

export const presets: readonly [Preset, ...Preset[]] = [
  { name: 'focused', neighbours: focused, shares: [0.5, 0.15, 0.35] },
  {
    name: 'flat',
    neighbours: { ...focused, contextDecay: 8, sharedDecay: 8, voteDecay: 8, rarity: 1 },
    shares: [0.5, 0.15, 0.35],
  },
  {
    // S-kNN (Jannach and Ludewig, RecSys 2017): sessions are sets.
    name: 'sets',
    neighbours: {
      contextDecay: Infinity,
      lengthPower: 0.5,
      ageMs: Infinity,
      sharedDecay: Infinity,
      voteDecay: Infinity,
      before: 1,
      shared: 1,
      rarity: 0,
    },
    shares: [1, 0, 0],
  },
  {
    // V-STAN (Ludewig, Mauro, Latifi and Jannach, UMUAI 2021), between the focused and the flat one.
    name: 'vstan',
    neighbours: { ...focused, contextDecay: 2, lengthPower: 0.5, sharedDecay: 2, voteDecay: 2, rarity: 1 },
    shares: [0.5, 0.15, 0.35],
  },
]

/** Sizes and decays that all shapes share. Distances count in distinct items, nearest 0. */
export const sizes = {
  /** Context items that neighbours are looked for by. */
  context: 8,
  /** Newest sessions kept of each item. */
  postings: 100,
  /** Sessions that vote. */
  neighbours: 100,
  /** Relations kept of each item and kind. */
  pairs: 128,
} as const

export const nextRule = { gaps: 4, decayMs: 15 * DAY_MS, context: 4, fade: 0.4, shrinkage: 3 } as const

export const togetherRule = {
  decayMs: 4 * DAY_MS,
  context: 5,
  fade: 0.7,
  ownPower: 0.5,
  otherPower: 0.15,
  shrinkage: 5,
} as const

/** What was bought by the same shopper at the same time, of a session's orders. Slower: baskets are rare. */
export const boughtRule = {
  decayMs: 90 * DAY_MS,
  items: 20,
  power: 0.5,
  shrinkage: 5,
  supportLeast: 2,
} as const

/** Popularity of a product halves in about a day and a half without events. */
export const POPULARITY_DECAY_MS = 2 * DAY_MS
