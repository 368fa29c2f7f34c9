import type { Concept, ConceptKind, PhraseLine } from './concept.ts'
import features from './concepts/feature.json' with { type: 'json' }
import moods from './concepts/mood.json' with { type: 'json' }
import occasions from './concepts/occasion.json' with { type: 'json' }
import places from './concepts/place.json' with { type: 'json' }
import recipients from './concepts/recipient.json' with { type: 'json' }
import seasons from './concepts/season.json' with { type: 'json' }
import styles from './concepts/style.json' with { type: 'json' }

/** A concept's name everywhere outside its file: `occasion:wedding-guest`. */
export type ConceptName = `${ConceptKind}:${string}`

const families: Readonly<Record<ConceptKind, readonly Concept[]>> = {
  occasion: occasions as readonly Concept[],
  recipient: recipients as readonly Concept[],
  season: seasons as readonly Concept[],
  place: places as readonly Concept[],
  mood: moods as readonly Concept[],
  style: styles as readonly Concept[],
  feature: features as readonly Concept[],
}

export const conceptsOf = (kind: ConceptKind): readonly Concept[] => families[kind]

export const concepts: readonly Concept[] = Object.values(families).flat()

export const nameOf = ({ kind, id }: Concept): ConceptName => `${kind}:${id}`

const byName = new Map<string, Concept>(concepts.map((concept) => [nameOf(concept), concept]))

export const conceptNamed = (name: string): Concept | undefined => byName.get(name)

/** The phrases of all languages, in the order ko, en, ja. */
export const phrasesOf = (lines: Readonly<Partial<Record<string, PhraseLine>>> | undefined): string[] =>
  Object.values(lines ?? {}).flatMap((line) => line?.split('|') ?? [])
