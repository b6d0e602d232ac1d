import type { JsonValue } from '@azalea/scoring'
import { isShallow } from '@azalea/text'

export type Fields = { readonly [name: string]: JsonValue | undefined }

/** Thrown where an entry, or a document that it names, cannot be judged; caught where it is entered. */
export class UnreadableEntry extends Error {
  override readonly name = 'UnreadableEntry'
}

/** What a document says. @throws UnreadableEntry when it is not JSON, or nested beyond reason */
export function parseDocument(text: string): JsonValue {
  let value: JsonValue
  try {
    value = JSON.parse(text) as JsonValue
  } catch {
    throw new UnreadableEntry('a document that it names is not JSON')
  }
  if (!isShallow(value)) throw new UnreadableEntry('a document that it names is nested too deep')
  return value
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
