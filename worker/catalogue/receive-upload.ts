import { LIMITS } from '../contract/vocabulary.ts'
import type { NewImport, ShopStore } from '../ports/shop-store.ts'
import { err, ok, type Result } from '../result.ts'
import { detectEncoding } from './detect-encoding.ts'

export type UploadFailure =
  | { readonly kind: 'too_large'; readonly limitBytes: number }
  | { readonly kind: 'empty' }
  /** The connection ended before the body did: nothing was taken over, so send it again. */
  | { readonly kind: 'broken_off' }

/**
 * Streams a file into the shop in chunks, at most one of them in memory. Only when the last is stored does the
 * import begin; before that the client repeats.
 */
export async function receiveUpload(
  shops: ShopStore,
  shop: string,
  request: NewImport,
  body: ReadableStream<Uint8Array> | null,
): Promise<Result<string, UploadFailure>> {
  if (!body) return err({ kind: 'empty' })
  await shops.beginImport(shop, request)
  const refuse = async (failure: UploadFailure) => {
    await shops.dropUpload(shop, request.id)
    return err(failure)
  }
  const encoding = detectEncoding()
  const chunk = new Uint8Array(LIMITS.importChunkBytes)
  let filled = 0
  let seq = 0
  let total = 0
  const flush = async () => {
    await shops.appendImport(shop, request.id, seq, chunk.slice(0, filled))
    seq += 1
    filled = 0
  }
  const reader = body.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      total += value.length
      if (total > LIMITS.importBytes) {
        await reader.cancel()
        return await refuse({ kind: 'too_large', limitBytes: LIMITS.importBytes })
      }
      encoding.push(value)
      for (let offset = 0; offset < value.length;) {
        const part = value.subarray(offset, offset + LIMITS.importChunkBytes - filled)
        chunk.set(part, filled)
        filled += part.length
        offset += part.length
        if (filled === LIMITS.importChunkBytes) await flush()
      }
    }
  } catch {
    // A client that hung up or a proxy that gave in. Where this request ends with it, the upload expires by itself.
    return refuse({ kind: 'broken_off' })
  }
  if (total === 0) return refuse({ kind: 'empty' })
  if (filled > 0) await flush()
  await shops.finishUpload(shop, request.id, encoding.verdict())
  return ok(request.id)
}
