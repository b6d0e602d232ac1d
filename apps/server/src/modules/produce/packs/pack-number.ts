import { compactText } from '@azalea/text'

const SERIAL_DIGITS = 3

/** `261214-K7QF-017`: the packing's number, and which of its packs. */
export function packNumber(packingNumber: string, serial: number): string {
  return `${packingNumber}-${String(serial).padStart(SERIAL_DIGITS, '0')}`
}

/** The two parts of a pack's number as it was typed or scanned; null when it is none. */
export function readPackNumber(
  typed: string,
): { readonly packingNumber: string; readonly serial: number } | null {
  const match = /^(\d{6}-[0-9A-Y]{4})-(\d{3,5})$/.exec(compactText(typed).toUpperCase())
  const serial = Number(match?.[2])
  // Packs are numbered from one.
  if (match?.[1] === undefined || !(serial > 0)) return null
  return { packingNumber: match[1], serial }
}
