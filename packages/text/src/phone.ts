import { compactText } from './compact-text.ts'

/** What stands before or between the digits of a number: words, dashes, brackets, dots. */
const LABEL = /^(?:tel|phone|mobile|电话|手机|手机号|手机号码|联系电话|联系方式)[:]?/i
const SIGNS = /[\p{Pd}\u2212().·/_]/gu

/**
 * A mainland mobile number in its one written form (eleven digits), or null. Full-width digits,
 * spaces, dashes, a label before it and the country code (+86, 0086) are forgiven.
 */
export function readPhone(typed: string): string | null {
  const digits = phoneDigits(typed)
  return digits !== null && /^1[3-9]\d{9}$/.test(digits) ? digits : null
}

/**
 * The digits of what is written as a telephone or a part of one, without the country code: for a
 * search. Null for any other text.
 */
export function phoneDigits(typed: string): string | null {
  const plain = compactText(typed)
    .replace(LABEL, '')
    .replace(SIGNS, '')
    .replace(/^(?:\+|00)?86(?=1\d{10}$)/, '')
  return /^\d{1,20}$/.test(plain) ? plain : null
}
