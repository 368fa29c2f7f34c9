/** WHATWG labels; `euc-kr` decodes the whole of CP949 and `shift_jis` the whole of Windows-31J. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'euc-kr' | 'shift_jis'

const SAMPLE_BYTES = 64 * 1024

const byteOrderMark = (head: Uint8Array): Encoding | undefined => {
  const [a, b, c] = head
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  return a === 0xef && b === 0xbb && c === 0xbf ? 'utf-8' : undefined
}

/** Replacement characters, or the C1 controls that some decoders put where a byte means nothing. */
const UNREADABLE = /[\ufffd\u0080-\u009f]/

const decodesCleanly = (bytes: Uint8Array, encoding: Encoding): boolean =>
  !UNREADABLE.test(new TextDecoder(encoding).decode(bytes, { stream: true }))

const concat = (left: Uint8Array, right: Uint8Array): Uint8Array => {
  const joined = new Uint8Array(left.length + right.length)
  joined.set(left)
  joined.set(right, left.length)
  return joined
}

export interface EncodingDetector {
  /** Feed the file's bytes in order, in chunks of any size. */
  push(chunk: Uint8Array): void
  /** The verdict over everything pushed so far. */
  verdict(): Encoding
}

/**
 * Watches a file pass by and tells its encoding without keeping it: a byte order mark, else UTF-8 as long as
 * every byte fits, else CP949, or Shift_JIS where only that decodes the first 64 KiB from the first
 * non-ASCII byte on.
 */
export const detectEncoding = (): EncodingDetector => {
  let head = new Uint8Array(0)
  let sample = new Uint8Array(0)
  let validUtf8 = true
  const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false })

  const collect = (chunk: Uint8Array): void => {
    if (sample.length >= SAMPLE_BYTES) return
    const from = sample.length > 0 ? 0 : chunk.findIndex((byte) => byte >= 0x80)
    if (from >= 0) sample = concat(sample, chunk.subarray(from, from + SAMPLE_BYTES - sample.length)).slice()
  }

  return {
    push(chunk) {
      if (head.length < 3) head = concat(head, chunk.subarray(0, 3)).slice()
      collect(chunk)
      if (!validUtf8) return
      try {
        utf8.decode(chunk, { stream: true })
      } catch {
        validUtf8 = false
      }
    },
    verdict() {
      const marked = byteOrderMark(head)
      if (marked) return marked
      if (validUtf8) return 'utf-8'
      return !decodesCleanly(sample, 'euc-kr') && decodesCleanly(sample, 'shift_jis') ? 'shift_jis' : 'euc-kr'
    },
  }
}
