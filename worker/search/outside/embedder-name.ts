import { digest } from '../../catalogue/digest.ts'

/** What an index calls the vectors of one model: those of another model or size are never compared with them. Pure. */
export const embedderName = ({ model, dims }: { readonly model: string; readonly dims: number }): string =>
  `v${digest(`${model}\n${dims}`)}`
