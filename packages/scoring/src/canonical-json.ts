import type { JsonValue } from './calibration.ts'
import type { RuleSheet } from './rule-sheet.ts'

/**
 * The one spelling of a JSON value, after RFC 8785 (JCS): keys sorted by UTF-16 code units, no
 * spaces. Our subset has safe integers only. Members that are `undefined` are left out.
 *
 * @throws RangeError for a number that is not a safe integer, TypeError for a lone surrogate or for
 * anything that is not JSON.
 */
export function canonicalJson(value: JsonValue): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return canonicalInteger(value)
  if (typeof value === 'string') return canonicalString(value)
  if (Array.isArray(value)) return `[${value.map((member) => canonicalJson(member)).join(',')}]`
  if (typeof value === 'object' && isPlain(value)) {
    const members = Object.entries(value).flatMap(([key, member]) =>
      member === undefined ? [] : [[key, canonicalJson(member)] as const],
    )
    members.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    return `{${members.map(([key, text]) => `${canonicalString(key)}:${text}`).join(',')}}`
  }
  throw new TypeError('not a plain JSON value')
}

/** The bytes (as a string, to be encoded in UTF-8) whose hash names a rule sheet. */
export function ruleSheetBytes(sheet: RuleSheet): string {
  return canonicalJson(sheet as unknown as JsonValue)
}

function canonicalInteger(value: number): string {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a safe integer: ${value}`)
  return String(value)
}

// With the u flag a surrogate that is half of a pair does not match.
const loneSurrogate = /[\ud800-\udfff]/u

function canonicalString(text: string): string {
  if (loneSurrogate.test(text)) throw new TypeError('a string holds a lone surrogate')
  return JSON.stringify(text)
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}
