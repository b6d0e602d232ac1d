/** Plain JSON whose numbers are safe integers; members that are `undefined` are left out. */
export type CanonicalValue =
  | null
  | boolean
  | number
  | string
  | readonly CanonicalValue[]
  | { readonly [key: string]: CanonicalValue | undefined }

/**
 * The one spelling of a JSON value, after RFC 8785 (JCS): keys sorted by UTF-16 code units, no
 * spaces. Our subset has safe integers only. Members that are `undefined` are left out.
 *
 * @throws RangeError for a number that is not a safe integer, TypeError for a lone surrogate or for
 * anything that is not JSON.
 */
export function canonicalJson(value: CanonicalValue): string {
  if (typeof value === 'string') return canonicalString(value)
  if (typeof value === 'number') return canonicalInteger(value)
  if (value === null || typeof value === 'boolean') return String(value)
  if (isList(value)) return canonicalList(value)
  if (typeof value === 'object' && isPlain(value)) return canonicalObject(value)
  throw new TypeError('not a plain JSON value')
}

/**
 * The one spelling of what somebody else wrote, after RFC 8785 with its numbers, fractions too: of
 * ours there are none. What was parsed holds nothing that it cannot spell.
 */
export function canonicalForeignJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalForeignJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1))
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalForeignJson(member)}`).join(',')}}`
}

/** Long lists are what takes time: the platform writes them, where it writes them as they are to be. */
function canonicalList(value: readonly CanonicalValue[]): string {
  if (value.every(isWrittenAsSpelt)) return JSON.stringify(value)
  return `[${value.map((member) => canonicalJson(member)).join(',')}]`
}

/** Whether `JSON.stringify` gives this value its one spelling; false also where it has none. */
function isWrittenAsSpelt(value: CanonicalValue | undefined): boolean {
  if (typeof value === 'string') return !loneSurrogate.test(value)
  if (typeof value === 'number') return Number.isSafeInteger(value)
  if (value === null || typeof value === 'boolean') return true
  if (typeof value !== 'object') return false
  if (isList(value)) return value.every(isWrittenAsSpelt)
  if (!isPlain(value)) return false
  let before = ''
  for (const key of Object.keys(value)) {
    if (key < before || loneSurrogate.test(key) || !isWrittenAsSpelt(value[key])) return false
    before = key
  }
  return true
}

function canonicalObject(value: { readonly [key: string]: CanonicalValue | undefined }): string {
  let text = ''
  for (const key of sorted(Object.keys(value))) {
    const member = value[key]
    if (member === undefined) continue
    text += `${text === '' ? '' : ','}${canonicalString(key)}:${canonicalJson(member)}`
  }
  return `{${text}}`
}

/** Most keys come in their order, since most values were read from this spelling or are written in it. */
function sorted(keys: string[]): string[] {
  let before = ''
  for (const key of keys) {
    // Without a rule of its own, sorting compares UTF-16 code units, as `<` does.
    if (key < before) return keys.sort()
    before = key
  }
  return keys
}

/** Deeper than anything of ours; a stranger's text of as many brackets would use up the stack. */
const MOST_NESTED = 64

/**
 * Whether lists and objects stand in each other at most 64 deep. What a stranger sent is asked before
 * anything walks it: parsing knows no bound, whatever walks the result does.
 */
export function isShallow(value: unknown, most = MOST_NESTED): boolean {
  if (value === null || typeof value !== 'object') return true
  return most > 0 && Object.values(value).every((member) => isShallow(member, most - 1))
}

/**
 * Whether `spelling`, which was parsed into `value`, is the one that RFC 8785 gives it. What is nested
 * more than 64 deep is none of ours, and is not looked at further.
 */
export function isCanonicalJson(value: CanonicalValue, spelling: string): boolean {
  return isSorted(value, MOST_NESTED) && JSON.stringify(value) === spelling
}

/** Parsing keeps the order of keys. */
function isSorted(value: CanonicalValue | undefined, most: number): boolean {
  if (value === null || typeof value !== 'object') return true
  if (most === 0) return false
  if (Array.isArray(value)) return value.every((member) => isSorted(member, most - 1))
  let before = ''
  for (const [key, member] of Object.entries(value)) {
    if (key < before || !isSorted(member, most - 1)) return false
    before = key
  }
  return true
}

function isList(value: CanonicalValue): value is readonly CanonicalValue[] {
  return Array.isArray(value)
}

function canonicalInteger(value: number): string {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a safe integer: ${value}`)
  return String(value)
}

// With the u flag a surrogate that is half of a pair does not match.
const loneSurrogate = /[\ud800-\udfff]/u

// What most texts consist of: printable ASCII that JSON leaves as it is.
const asItIs = /^[ !#-[\]-~]*$/

function canonicalString(text: string): string {
  if (asItIs.test(text)) return `"${text}"`
  if (loneSurrogate.test(text)) throw new TypeError('a string holds a lone surrogate')
  return JSON.stringify(text)
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}
