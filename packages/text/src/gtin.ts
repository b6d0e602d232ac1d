import { compactText } from './compact-text.ts'

const GTIN_DIGITS = 14

/**
 * The last digit of a GTIN whose other digits these are (GS1 General Specifications, 7.9.1): weights
 * of three and one in turn, from the right.
 */
export function gtinCheckDigit(body: string): string {
  let sum = 0
  for (let at = 0; at < body.length; at += 1)
    sum += Number(body.at(-1 - at)) * (at % 2 === 0 ? 3 : 1)
  return String((10 - (sum % 10)) % 10)
}

/**
 * A GTIN as it was typed or scanned, of 12, 13 or 14 digits, in its one written form of 14; null when
 * its length or its check digit is wrong.
 */
export function readGtin(typed: string): string | null {
  const digits = compactText(typed).replaceAll(/[-\s]/g, '')
  if (!/^\d{12,14}$/.test(digits)) return null
  const gtin = digits.padStart(GTIN_DIGITS, '0')
  return gtinCheckDigit(gtin.slice(0, -1)) === gtin.slice(-1) ? gtin : null
}

/** As it stands below a bar code: 13 digits, or 14 where the first says how it is packed. */
export function shownGtin(gtin: string): string {
  return gtin.startsWith('0') ? gtin.slice(1) : gtin
}

/** Whether a GTIN is one of those that whoever holds a company prefix may give. */
export function isOfCompany(gtin: string, companyPrefix: string): boolean {
  return gtin.startsWith(companyPrefix, 1)
}
