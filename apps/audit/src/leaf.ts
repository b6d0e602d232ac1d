import { isCivilDay, type JsonValue } from '@azalea/scoring'

/** An entry of a village's log: the leaf of one record. */
export interface Leaf {
  readonly village: string
  readonly kind: string
  /** The civil day of the record. */
  readonly at: string
  readonly public: Fields
  /** HMAC-SHA-256 of each sealed part under its salt, base64url. */
  readonly commitments: readonly string[]
}

export type Fields = { readonly [name: string]: JsonValue | undefined }

const decoder = new TextDecoder('utf-8', { fatal: true })

/** Thrown by the readers of fields, and caught where an entry is judged. */
export class UnreadableEntry extends Error {
  override readonly name = 'UnreadableEntry'
}

/**
 * Reads a leaf; accepts the one spelling that RFC 8785 gives it.
 * @throws UnreadableEntry
 */
export function parseLeaf(bytes: Uint8Array): Leaf {
  let value: unknown
  let text: string
  try {
    text = decoder.decode(bytes)
    value = JSON.parse(text)
  } catch {
    throw new UnreadableEntry('it is not JSON in UTF-8')
  }
  const leaf = fieldsOf(value as JsonValue, 'the entry')
  if (JSON.stringify(leaf) !== text || !isSorted(leaf))
    throw new UnreadableEntry('it is not canonical JSON')
  if (leaf['v'] !== 1) throw new UnreadableEntry('its version is not 1')
  return {
    village: textOf(leaf, 'village'),
    kind: textOf(leaf, 'kind'),
    at: textOf(leaf, 'at'),
    public: fieldsOf(leaf['public'], 'public'),
    commitments: listOf(leaf, 'commitments').map(commitmentOf),
  }
}

function commitmentOf(value: JsonValue): string {
  if (typeof value !== 'string') throw new UnreadableEntry('a commitment is not a text')
  return value
}

/** Whether the keys of every object stand in the order of RFC 8785; parsing has kept their order. */
function isSorted(value: JsonValue | undefined): boolean {
  if (value === null || typeof value !== 'object') return true
  if (Array.isArray(value)) return value.every(isSorted)
  let before = ''
  for (const [key, member] of Object.entries(value as Fields)) {
    if (key < before || !isSorted(member)) return false
    before = key
  }
  return true
}

/** What a document says. @throws UnreadableEntry when it is not JSON */
export function parseDocument(text: string): JsonValue {
  try {
    return JSON.parse(text) as JsonValue
  } catch {
    throw new UnreadableEntry('a document that it names is not JSON')
  }
}

export function fieldsOf(value: JsonValue | undefined, name: string): Fields {
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    throw new UnreadableEntry(`${name} is not an object`)
  return value as Fields
}

export function textOf(fields: Fields, name: string): string {
  const value = fields[name]
  if (typeof value !== 'string') throw new UnreadableEntry(`${name} is not a text`)
  return value
}

export function textOrNull(fields: Fields, name: string): string | null {
  return fields[name] === null || fields[name] === undefined ? null : textOf(fields, name)
}

/** A civil day. */
export function dayOf(fields: Fields, name: string): string {
  const day = textOf(fields, name)
  if (!isCivilDay(day)) throw new UnreadableEntry(`${name} is not a day`)
  return day
}

export function integerOf(fields: Fields, name: string): number {
  const value = fields[name]
  if (typeof value !== 'number' || !Number.isSafeInteger(value))
    throw new UnreadableEntry(`${name} is not an integer`)
  return value
}

export function listOf(fields: Fields, name: string): readonly JsonValue[] {
  const value = fields[name]
  if (!Array.isArray(value)) throw new UnreadableEntry(`${name} is not a list`)
  return value
}
