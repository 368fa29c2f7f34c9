import type { AddressProblem } from '../ports/address-guard.ts'
import { err, ok, type Result } from '../result.ts'
import { isPublicAddress } from './public-address.ts'

/** What a merchant is told, with what to do about it. */
export function addressSentence(problem: AddressProblem): string {
  switch (problem) {
    case 'unreadable':
      return 'This is not an address: write it as https://host/path.'
    case 'not_https':
      return 'Only https addresses are called: put the service behind https.'
    case 'credentials':
      return 'The address holds a user name or password: leave them out and use the key field.'
    case 'port':
      return 'Only the ports 443 and 8443 are called: publish the service on one of them.'
    case 'private':
      return 'This address belongs to a private network and is not called from here: use a public address, or ask the operator to allow private ones (ALLOW_PRIVATE_ADDRESSES).'
    case 'no_such_name':
      return 'There is no such host: check the spelling of the address.'
    case 'unresolved':
      return 'The host could not be looked up right now, so the address was not accepted: try again shortly.'
  }
}

const ADDRESS_MOST = 500

/** 443 is written as no port at all once an https address has been parsed. */
const publicPorts = new Set(['', '443', '8443'])

/** Names that mean something inside a network only (RFC 6761, 6762, 8375, and what routers and clouds use). */
const insideNames =
  /(?:^|\.)(?:localhost|local|internal|intranet|private|lan|home|corp|onion|invalid|test|arpa|localdomain)$/

/** The host without brackets and without the dot that ends an absolute name. */
export const hostOf = ({ hostname }: URL): string =>
  hostname.startsWith('[') ? hostname.slice(1, -1) : hostname.replace(/\.+$/, '')

/**
 * Judges an address that a shop typed by its text alone; what its name stands for is the guard's business. The URL
 * parser has already turned decimal, octal and hexadecimal forms into dotted quads and names into their ASCII form.
 * Pure.
 * @param allowPrivate http, other ports and private addresses may be called too
 */
export function judgeUrl(
  text: string,
  { allowPrivate }: { readonly allowPrivate: boolean },
): Result<URL, AddressProblem> {
  const trimmed = text.trim()
  if (trimmed.length > ADDRESS_MOST || !/^https?:\/\//i.test(trimmed) || !URL.canParse(trimmed)) {
    return err('unreadable')
  }
  const url = new URL(trimmed)
  if (url.username !== '' || url.password !== '') return err('credentials')
  const host = hostOf(url)
  if (host === '') return err('unreadable')
  if (allowPrivate) return ok(url)
  if (url.protocol !== 'https:') return err('not_https')
  if (!publicPorts.has(url.port)) return err('port')
  const isPublic = isPublicAddress(host)
  if (isPublic === false) return err('private')
  // A name without a dot is looked up inside the network.
  if (isPublic === null && (!host.includes('.') || insideNames.test(host))) return err('private')
  return ok(url)
}
