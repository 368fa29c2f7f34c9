/** A shopper who types pauses and goes on within this time: so long the words of a beginning serve what it became. */
export const TYPED_WITHIN_MS = 60_000
