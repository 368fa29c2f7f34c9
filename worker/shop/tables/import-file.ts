import { LIMITS } from '../../contract/vocabulary.ts'
import { chunkAt } from './imports.ts'

const decoder = new TextDecoder('utf-8', { fatal: false, ignoreBOM: true })
const encoder = new TextEncoder()

/** Bytes of a stored file from `from`, at most `most`; shorter at its end. */
function bytesFrom(sql: SqlStorage, id: string, from: number, most: number): Uint8Array {
  const parts: Uint8Array[] = []
  let at = from
  let left = most
  while (left > 0) {
    const chunk = chunkAt(sql, id, Math.floor(at / LIMITS.importChunkBytes))
    const part = chunk?.subarray(at % LIMITS.importChunkBytes, (at % LIMITS.importChunkBytes) + left)
    if (!part || part.length === 0) break
    parts.push(part)
    at += part.length
    left -= part.length
  }
  const joined = new Uint8Array(at - from)
  let offset = 0
  for (const part of parts) {
    joined.set(part, offset)
    offset += part.length
  }
  return joined
}

/** Drops a character that the end of the window cut in two: its first byte says how long it is. */
function wholeCharacters(bytes: Uint8Array): Uint8Array {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if ((byte & 0b1100_0000) === 0b1000_0000) continue
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1
    return length > back ? bytes.subarray(0, bytes.length - back) : bytes
  }
  return bytes
}

/** A window of a stored UTF-8 file as text. `isLast`: the file ends with it. */
export function textFrom(
  sql: SqlStorage,
  id: string,
  window: { from: number; bytes: number; fileBytes: number },
): { text: string; isLast: boolean } {
  const bytes = bytesFrom(sql, id, window.from, window.bytes)
  const isLast = window.from + bytes.length >= window.fileBytes
  return { text: decoder.decode(isLast ? bytes : wholeCharacters(bytes)), isLast }
}

export const utf8Length = (text: string): number => encoder.encode(text).length

/** True when a stored file begins with the byte order mark of UTF-8. */
export function startsWithMark(sql: SqlStorage, id: string): boolean {
  const [first, second, third] = chunkAt(sql, id, 0) ?? []
  return first === 0xef && second === 0xbb && third === 0xbf
}

/** Rewrites a stored file as UTF-8, chunk by chunk. Returns its new size in bytes. */
export function transcodeFile(sql: SqlStorage, id: string, encoding: string, chunks: number): number {
  const source = new TextDecoder(encoding)
  let pending = new Uint8Array(0)
  let written = 0
  let size = 0
  const put = (bytes: Uint8Array) => {
    sql.exec(
      'INSERT OR REPLACE INTO import_chunk (import, seq, bytes) VALUES (?, ?, ?)',
      `${id}+`,
      written,
      bytes,
    )
    written += 1
    size += bytes.length
  }
  for (let seq = 0; seq < chunks; seq++) {
    const bytes = encoder.encode(
      source.decode(chunkAt(sql, id, seq) ?? new Uint8Array(0), { stream: seq < chunks - 1 }),
    )
    const joined = new Uint8Array(pending.length + bytes.length)
    joined.set(pending)
    joined.set(bytes, pending.length)
    let offset = 0
    for (; joined.length - offset >= LIMITS.importChunkBytes; offset += LIMITS.importChunkBytes)
      put(joined.subarray(offset, offset + LIMITS.importChunkBytes))
    pending = joined.slice(offset)
  }
  if (pending.length > 0) put(pending)
  sql.exec('DELETE FROM import_chunk WHERE import = ?', id)
  sql.exec('UPDATE import_chunk SET import = ? WHERE import = ?', id, `${id}+`)
  return size
}
