/**
 * An address under which people reach this server, without a trailing slash: http or https, with a
 * path if it has one and nothing else. Null when the text is none.
 */
export function readPublicAddress(text: string): string | null {
  if (!URL.canParse(text.trim())) return null
  const { protocol, origin, pathname, search, hash, username, password, hostname } = new URL(
    text.trim(),
  )
  if (protocol !== 'http:' && protocol !== 'https:') return null
  if (hostname === '' || search + hash + username + password !== '') return null
  return `${origin}${pathname.replace(/\/+$/, '')}`
}

/** Whether a text begins as an address does; without it "192.168.1.5:8080" is none. */
export function hasScheme(text: string): boolean {
  return /^[a-z][a-z\d+.-]*:(\/\/|\D)/i.test(text.trim())
}

/** Whether an address means the very device that reads it, so that no code may carry it. */
export function leadsNowhere(address: string): boolean {
  const { hostname } = new URL(address)
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname.endsWith('.invalid') ||
    hostname.startsWith('127.') ||
    hostname === '0.0.0.0' ||
    hostname === '[::]' ||
    hostname === '[::1]'
  )
}
