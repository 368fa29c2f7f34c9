const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/

/** An event's id as it is stored: a UUID takes 16 bytes instead of 36. Pure. */
export function packId(id: string): Uint8Array | string {
  if (!UUID.test(id)) return id
  const digits = id.replaceAll('-', '')
  return Uint8Array.from({ length: 16 }, (_, byte) =>
    Number.parseInt(digits.slice(byte * 2, byte * 2 + 2), 16),
  )
}

/** The id as the page gave it. Pure. */
export function unpackId(id: ArrayBuffer | string): string {
  if (typeof id === 'string') return id
  const digits = Array.from(new Uint8Array(id), (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [0, 8, 12, 16, 20].map((from, part, all) => digits.slice(from, all[part + 1])).join('-')
}
