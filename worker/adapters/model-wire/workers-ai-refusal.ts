/** The platform's numbers for its refusals, and what HTTP would call them. Every other number is a bad request. */
const statuses: Readonly<Record<string, number>> = {
  // No such model.
  '5007': 404,
  '3042': 404,
  // Not for this account, or its terms have not been agreed to.
  '3023': 403,
  '3041': 403,
  '5016': 403,
  '5018': 403,
  '5005': 405,
  '5019': 405,
  '3006': 413,
  // It gave up, or was told to.
  '3007': 408,
  '3008': 408,
  // The day's free allocation is used up.
  '3036': 429,
  // Out of capacity, which passes.
  '3040': 429,
}

/**
 * Reads what the `AI` binding throws: refusals have a number in front.
 * @returns null for anything else, which is a connection that broke
 */
export function workersAiRefusal(error: unknown): { readonly status: number; readonly code: string } | null {
  const code =
    error instanceof Error
      ? /^\s*(?:[A-Za-z]+: )?(?<code>\d{4})\b/.exec(error.message)?.groups?.['code']
      : undefined
  return code === undefined ? null : { status: statuses[code] ?? 400, code }
}
