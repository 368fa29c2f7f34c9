import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { isPublicAddress, parseV4, parseV6 } from '../../../worker/outgoing/public-address.ts'

test.each([
  '8.8.8.8',
  '1.1.1.1',
  '100.63.255.255',
  '100.128.0.1',
  '172.15.0.1',
  '172.32.0.1',
  '192.167.1.1',
  '223.255.255.255',
  '2606:4700::1111',
  '2a00:1450:4001::200e',
  '::ffff:8.8.8.8',
])('%s is public', (address) => expect(isPublicAddress(address)).toBe(true))

test.each([
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '127.0.0.1',
  '127.255.255.254',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.8',
  '192.168.1.1',
  '198.19.0.1',
  '203.0.113.7',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:a00:1',
  '::127.0.0.1',
  '64:ff9b::7f00:1',
  'fc00::1',
  'fd12:3456::1',
  'fe80::1',
  'ff02::1',
  '2001:db8::1',
  '2001::1',
  '2002:7f00:1::',
  '3fff::1',
])('%s is not', (address) => expect(isPublicAddress(address)).toBe(false))

test.each([
  'example.com',
  '1.2.3',
  '1.2.3.4.5',
  '256.1.1.1',
  '01.2.3.4',
  'fe80::1%eth0',
  ':::',
  '1:2:3',
  '',
  'g::1',
])('%s is no IP address', (text) => expect(isPublicAddress(text)).toBeNull())

describe('every address', () => {
  it('is read back as it was written', () => {
    fc.assert(
      fc.property(fc.ipV4(), fc.ipV6(), (v4, v6) => {
        expect(parseV4(v4)).not.toBeNull()
        // The URL parser writes addresses its own way; both ways are one number.
        const canonical = new URL(`http://[${v6}]/`).hostname.slice(1, -1)
        expect(parseV6(v6)).toBe(parseV6(canonical))
        expect(parseV6(`::ffff:${v4}`)).toBe(0xffff_0000_0000n + BigInt(parseV4(v4) ?? -1))
      }),
    )
  })

  it('of a private range is closed, in either family', () => {
    const octet = fc.integer({ min: 0, max: 255 })
    const inside = fc.oneof(
      fc.tuple(fc.constantFrom(0, 10, 127), octet, octet, octet),
      fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), octet, octet),
      fc.tuple(fc.constant(192), fc.constant(168), octet, octet),
      fc.tuple(fc.constant(169), fc.constant(254), octet, octet),
      fc.tuple(fc.constant(100), fc.integer({ min: 64, max: 127 }), octet, octet),
      fc.tuple(fc.integer({ min: 224, max: 255 }), octet, octet, octet),
    )
    fc.assert(
      fc.property(inside, (bytes) => {
        expect(isPublicAddress(bytes.join('.'))).toBe(false)
        expect(isPublicAddress(`::ffff:${bytes.join('.')}`)).toBe(false)
      }),
    )
  })
})
