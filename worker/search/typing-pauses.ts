/** Typing that rests so long after a question has come to an end for now: with the widget's own pause, 600 ms. */
export const SETTLED_MS = 480

/** A shopper who types pauses and goes on within this time: so long the words of a beginning serve what it became. */
export const TYPED_WITHIN_MS = 60_000
