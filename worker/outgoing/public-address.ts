/**
 * Which IP addresses lie on the public internet. The table is IANA's registries of special-purpose addresses; a parser
 * and thirty lines of ranges are less to trust than a library. Pure.
 */

/** Address and number of leading bits, of what is not public. */
const closedV4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  // Shared by carriers' customers.
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  // Link-local, where clouds answer questions about the machine.
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  // Multicast, reserved, broadcast.
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
]

/** Only 2000::/3 is handed out at all; these parts of it are not single machines of the public internet. */
const closedV6: readonly (readonly [string, number])[] = [
  // Teredo, benchmarks, ORCHID and other protocols.
  ['2001::', 23],
  ['2001:db8::', 32],
  // 6to4 carries any IPv4 address, private ones too.
  ['2002::', 16],
  ['3fff::', 20],
]

/** The four bytes as one number; null when the text is not a dotted quad. */
export function parseV4(text: string): number | null {
  const parts = text.split('.')
  if (parts.length !== 4 || !parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256)) {
    return null
  }
  return parts.reduce((value, part) => value * 256 + Number(part), 0)
}

/** One side of `::`, with an IPv4 tail turned into two groups; null when a group cannot be read. */
function groupsOf(text: string): number[] | null {
  if (text === '') return []
  const groups: number[] = []
  const parts = text.split(':')
  for (const [index, part] of parts.entries()) {
    const v4 = index === parts.length - 1 && part.includes('.') ? parseV4(part) : null
    if (v4 !== null) groups.push(Math.floor(v4 / 65_536), v4 % 65_536)
    else if (/^[0-9a-f]{1,4}$/i.test(part)) groups.push(Number.parseInt(part, 16))
    else return null
  }
  return groups
}

/** The 128 bits as one number; null when the text is no IPv6 address. A zone (`%eth0`) makes it none. */
export function parseV6(text: string): bigint | null {
  const halves = text.split('::')
  if (halves.length > 2) return null
  const left = groupsOf(halves[0] ?? '')
  const right = halves.length === 2 ? groupsOf(halves[1] ?? '') : []
  if (!left || !right) return null
  const missing = 8 - left.length - right.length
  if (halves.length === 2 ? missing < 1 : missing !== 0) return null
  const groups = [...left, ...Array.from({ length: missing }, () => 0), ...right]
  return groups.reduce((value, group) => (value << 16n) | BigInt(group), 0n)
}

function isIn(value: bigint, base: bigint, bits: number, width: number): boolean {
  const shift = BigInt(width - bits)
  return value >> shift === base >> shift
}

const v4Ranges = closedV4.map(([base, bits]) => ({ base: BigInt(parseV4(base) ?? 0), bits }))
const v6Ranges = closedV6.map(([base, bits]) => ({ base: parseV6(base) ?? 0n, bits }))

const isPublicV4 = (value: bigint): boolean => !v4Ranges.some(({ base, bits }) => isIn(value, base, bits, 32))

function isPublicV6(value: bigint): boolean {
  // ::ffff:a.b.c.d is the IPv4 address written long.
  if (value >> 32n === 0xffffn) return isPublicV4(value & 0xffff_ffffn)
  if (value >> 125n !== 1n) return false
  return !v6Ranges.some(({ base, bits }) => isIn(value, base, bits, 128))
}

/**
 * Whether an IP address is one of the public internet: not private, loopback, link-local, shared by a carrier,
 * multicast, reserved or for documentation.
 * @param text a dotted quad, or IPv6 without brackets
 * @returns null when the text is no IP address
 */
export function isPublicAddress(text: string): boolean | null {
  const v4 = parseV4(text)
  if (v4 !== null) return isPublicV4(BigInt(v4))
  const v6 = text.includes(':') ? parseV6(text) : null
  return v6 === null ? null : isPublicV6(v6)
}
