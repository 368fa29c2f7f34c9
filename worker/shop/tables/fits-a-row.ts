import { utf8Length } from './import-file.ts'

/** A row of the database may have two million bytes; what is derived from a product takes up to as much again. */
const BODY_MOST_BYTES = 900_000

/** Bytes a UTF-16 unit takes in UTF-8 at most. */
const BYTES_A_UNIT = 3

/** True when a product's JSON can be stored as one row with all that is derived from it. */
export const fitsARow = (json: string): boolean =>
  json.length * BYTES_A_UNIT <= BODY_MOST_BYTES || utf8Length(json) <= BODY_MOST_BYTES

/** What a merchant is told of one that cannot. */
export const TOO_LARGE =
  'the product is too large to be kept: shorten its texts or give fewer variants; rows of different products need different group ids'
