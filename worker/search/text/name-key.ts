import { fold } from './fold.ts'

/** A name as it is compared: folded, with everything but letters and digits out ("Off-White™" is "offwhite"). */
export function nameKey(name: string): string {
  return fold(name).replaceAll(/[^\p{L}\p{N}]/gu, '')
}
