import { isIPv4, isIPv6 } from 'node:net'

/**
 * Under which address a sender's requests are counted: of IPv6 the /64 that one subscriber has, an
 * IPv4 address in IPv6 clothes as itself. A connection that was closed before its request was looked
 * at has no address any more, and a proxy may tell anything: each of those counts under its text.
 */
export function senderKeyOf(address: string | undefined): string {
  if (address === undefined) return 'gone'
  const plain = (address.split('%')[0] ?? '').toLowerCase()
  if (!isIPv6(plain)) return plain.slice(0, 64)
  const mapped = plain.slice(plain.lastIndexOf(':') + 1)
  if (isIPv4(mapped) && plain.startsWith('::ffff:')) return mapped
  const [head = '', tail = ''] = new URL(`http://[${plain}]`).hostname.slice(1, -1).split('::')
  const before = head.split(':').filter(Boolean)
  const after = tail.split(':').filter(Boolean)
  const zeros = Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0')
  return `${[...before, ...zeros, ...after].slice(0, 4).join(':')}::/64`
}
