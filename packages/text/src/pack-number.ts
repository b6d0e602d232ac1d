import { compactText } from './compact-text.ts'

const SERIAL_DIGITS = 3

export interface PackNumber {
  readonly packingNumber: string
  readonly serial: number
}

/** `261214-K7QF-017`: the packing's number, and which of its packs. */
export function packNumber(packingNumber: string, serial: number): string {
  return `${packingNumber}-${String(serial).padStart(SERIAL_DIGITS, '0')}`
}

/** The two parts of a pack's number as it was typed or scanned; null when it is none. */
export function readPackNumber(typed: string): PackNumber | null {
  const match = /^(\d{6}-[0-9A-Y]{4})-(\d{3,5})$/.exec(compactText(typed).toUpperCase())
  const serial = Number(match?.[2])
  // Packs are numbered from one.
  if (match?.[1] === undefined || !(serial > 0)) return null
  return { packingNumber: match[1], serial }
}

/** A packing's number, of which packs are; null when it is none. */
export function readPackingNumber(typed: string): string | null {
  return /^\d{6}-[0-9A-Y]{4}$/.exec(compactText(typed).toUpperCase())?.[0] ?? null
}
