import type { ModelIdentity } from '../ports/models.ts'

/** Tells what one model made from what another did: words it added, tags it wrote. */
export const modelName = ({ owner, name }: ModelIdentity): string => `${owner} ${name}`
