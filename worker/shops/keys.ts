import { timingSafeEqual } from 'hono/utils/buffer'

/**
 * Keys carry the shop's id, so that no directory stands on a shopper's path:
 * `pk_<shop>_<random>` is public, `sk_<shop>_<random>` is the merchant's.
 */
const keyForm = /^(?<kind>pk|sk)_(?<shop>[a-z0-9]{12})_(?<secret>[a-z0-9]{32})$/

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'

/** `length` characters of 5 random bits each. */
function randomText(length: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length))
  return [...bytes].map((byte) => alphabet[byte & 31]).join('')
}

export const newShopId = (): string => randomText(12)
export const newPublicKey = (shop: string): string => `pk_${shop}_${randomText(32)}`
export const newSecretKey = (shop: string): string => `sk_${shop}_${randomText(32)}`
export const newOrderSecret = (): string => `whsec_${randomText(40)}`
export const newId = (): string => randomText(20)

/** Whether a text has the form of a shop's id. */
export const isShopId = (text: string): boolean => /^[a-z0-9]{12}$/.test(text)

/** The shop a key claims to be of; null when it is no key of that kind at all. */
export function shopOfKey(key: string, kind: 'pk' | 'sk'): string | null {
  const groups = keyForm.exec(key)?.groups
  return groups?.['kind'] === kind ? (groups['shop'] ?? null) : null
}

export async function hashSecret(secret: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret))
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Equal in a time that does not tell how much was right. */
export const sameKey = (left: string, right: string): Promise<boolean> => timingSafeEqual(left, right)
