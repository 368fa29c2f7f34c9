/** One piece of a body as it came in. */
export interface BodyPiece {
  readonly text: string
  /** Bytes of the body up to and with this piece. */
  readonly bytes: number
}

/**
 * The body's text as it arrives. Leaving the loop, in whatever way, gives the connection up, so that no server keeps
 * writing for nobody.
 * @throws what the connection throws when it breaks or is aborted
 */
export async function* bodyPieces(response: Response): AsyncGenerator<BodyPiece, void> {
  if (!response.body) return
  const reader = response.body.getReader()
  const decoder = new TextDecoder()
  let bytes = 0
  try {
    for (;;) {
      const piece: { value?: unknown } = await reader.read()
      if (!(piece.value instanceof Uint8Array)) return
      bytes += piece.value.byteLength
      yield { text: decoder.decode(piece.value, { stream: true }), bytes }
    }
  } finally {
    // After a failed read there is nothing left to cancel, and the promise rejects with the same error.
    await reader.cancel().catch(() => undefined)
  }
}
