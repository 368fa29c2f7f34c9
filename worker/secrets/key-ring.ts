import type { KeyRing } from '../ports/key-ring.ts'
import { err, ok } from '../result.ts'

interface Key {
  /** Names the key in what it has sealed. */
  readonly id: string
  readonly aes: CryptoKey
}

const FORMAT = 'v1'
const NONCE_BYTES = 12
const ID_BYTES = 6

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(new TextEncoder().encode(text))

const toBase64 = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
    return Uint8Array.from(plain, (character) => character.charCodeAt(0))
  } catch {
    return null
  }
}

async function keyOf(secret: string): Promise<Key> {
  const base = await crypto.subtle.importKey('raw', bytesOf(secret), 'HKDF', false, [
    'deriveBits',
    'deriveKey',
  ])
  const derivation = (info: string) => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt: bytesOf('aisle'),
    info: bytesOf(info),
  })
  const id = await crypto.subtle.deriveBits(derivation('key id'), base, ID_BYTES * 8)
  const aes = await crypto.subtle.deriveKey(
    derivation('sealed texts'),
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  )
  return { id: toBase64(new Uint8Array(id)), aes }
}

const lockOf = (nonce: Uint8Array<ArrayBuffer>, owner: string) => ({
  name: 'AES-GCM',
  iv: nonce,
  additionalData: bytesOf(`${FORMAT} ${owner}`),
})

/**
 * AES-256-GCM under keys derived from the operator's secrets (HKDF-SHA-256), a random nonce each time, the owner as
 * additional data. A sealed text is `v1.<key id>.<nonce>.<ciphertext>` in base64url.
 * @param secrets the first seals, all of them open: a new one is put in front, and the old one removed once nothing
 *   is sealed under it any more
 */
export function createKeyRing(secrets: readonly [string, ...string[]]): KeyRing {
  // Deriving costs a few hundred microseconds: not before somebody needs it.
  let derived: Promise<readonly Key[]> | undefined
  const keys = () => (derived ??= Promise.all(secrets.map(keyOf)))
  const first = async (): Promise<Key> => {
    const [key] = await keys()
    if (!key) throw new Error('a key ring without keys')
    return key
  }

  return {
    async seal(text, owner) {
      const { id, aes } = await first()
      const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES))
      const sealed = await crypto.subtle.encrypt(lockOf(nonce, owner), aes, bytesOf(text))
      return [FORMAT, id, toBase64(nonce), toBase64(new Uint8Array(sealed))].join('.')
    },
    async open(sealed, owner) {
      const [format, id, nonceText = '', text = '', ...rest] = sealed.split('.')
      const nonce = fromBase64(nonceText)
      const bytes = fromBase64(text)
      if (format !== FORMAT || rest.length > 0 || nonce?.length !== NONCE_BYTES || !bytes)
        return err('damaged')
      const key = (await keys()).find((one) => one.id === id)
      if (!key) return err('unknown_key')
      try {
        const opened = await crypto.subtle.decrypt(lockOf(nonce, owner), key.aes, bytes)
        return ok(new TextDecoder().decode(opened))
      } catch {
        return err('damaged')
      }
    },
    async isStale(sealed) {
      return sealed.split('.')[1] !== (await first()).id
    },
  }
}
