/**
 * Takes personal data out of a shopper's words before they are kept. NFKC first, so that full-width digits do not
 * slip through. Errs on the side of taking out. Pure.
 */
const patterns: readonly (readonly [RegExp, string])[] = [
  [/[^\s@]+@[^\s@]+\.[^\s@]+/gu, '[email]'],
  // Korean resident registration numbers: six digits of a date, seven more.
  [/\b\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[-\s]?[1-8]\d{6}\b/gu, '[id]'],
  [/(?:\+?82[-.\s]?|\b0)1[016789][-.\s]?\d{3,4}[-.\s]?\d{4}\b/gu, '[phone]'],
  [/\b0\d{1,2}[-.\s]\d{3,4}[-.\s]\d{4}\b/gu, '[phone]'],
  [/(?:\+\d{1,3}[-.\s]?)?\(?\b\d{3}\)?[-.\s]\d{3}[-.\s]\d{4}\b/gu, '[phone]'],
  [/\b(?:\d[-\s]?){13,19}\b/gu, '[number]'],
]

export function redact(text: string): string {
  let kept = text.normalize('NFKC')
  for (const [pattern, mark] of patterns) kept = kept.replaceAll(pattern, mark)
  return kept
}
