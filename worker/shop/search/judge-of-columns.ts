import { claimsJudge } from '../../claims/judge-claim.ts'

export type Judge = ReturnType<typeof claimsJudge>

/** A judge of what may be said of a product, by its columns; `stated` begins with its title. */
export const judgeOfColumns = ({
  category,
  stated,
}: {
  readonly category: string
  readonly stated: string
}): Judge =>
  claimsJudge({
    category: category.split(' > '),
    title: stated.slice(1, stated.indexOf('|', 1)),
    states: stated,
  })
