import { digest } from '../../catalogue/digest.ts'
import type { ModelIdentity } from '../../ports/models.ts'
import type { Found, SearchPlan } from '../../ports/retriever.ts'
import { intentKey } from '../understand/intent-key.ts'
import { rerankForm } from './prompt.ts'
import { sameOrderAs } from './rerank-results.ts'

/** A digest of 64 bits may meet another's by chance; two of them in different sequence do not. */
const wide = (parts: readonly string[]): string =>
  digest(parts.join('\n')) + digest(parts.toReversed().join('\n'))

/** What an order hangs on besides the search: who is asked, and in which form. Pure. */
export const orderedBy = ({ id, name }: Pick<ModelIdentity, 'id' | 'name'>, withReasons: boolean): string =>
  digest(JSON.stringify([id, name, rerankForm(withReasons)]))

/** Names the order kept for what a search wants, whatever it finds; null: none may be used. Pure. */
export const keptOrderKey = ({ orderedBy: by, understanding, market, locale }: SearchPlan): string | null =>
  by === undefined ? null : wide([by, market, locale, intentKey(understanding)])

/** Tells the cards, with their prices and facts of now, that an order was made of. Pure. */
export const keptOrderCards = (plan: SearchPlan, found: Found): string =>
  wide([plan.orderedBy ?? '', sameOrderAs({ plan, found })])
