import { timingSafeEqual } from 'hono/utils/buffer'

const SIGNATURE = /^sha256=(?<hex>[\da-f]{64})$/

/** How far the time inside a message may be from its arrival. */
export const MESSAGE_TOLERANCE_MS = 5 * 60_000

/** HMAC-SHA-256 (RFC 2104) of a body as it was sent, byte for byte; hex. */
export async function signatureOf(secret: string, body: Uint8Array<ArrayBuffer>): Promise<string> {
  const key = await crypto.subtle.importKey(
    'raw',
    new TextEncoder().encode(secret),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  )
  const bytes = await crypto.subtle.sign('HMAC', key, body)
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Whether a `sha256=…` header is the body's signature, in a time that does not tell how much of it was right. */
export async function isSigned(
  secret: string,
  body: Uint8Array<ArrayBuffer>,
  header: string | undefined,
): Promise<boolean> {
  const given = SIGNATURE.exec(header ?? '')?.groups?.['hex']
  return given !== undefined && timingSafeEqual(given, await signatureOf(secret, body))
}
