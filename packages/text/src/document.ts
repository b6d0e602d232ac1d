import { cleanParagraphs } from './free-text.ts'

/** More levels than a document that people write. */
const MOST_LEVELS = 32

/**
 * A JSON value with every text in it cleaned, as by `cleanParagraphs`. Undefined when a field's name
 * holds what no text may, or when it is nested deeper than 32 levels.
 */
export function cleanDocument(value: unknown): unknown {
  return isPlain(value, MOST_LEVELS) ? cleanDeep(value) : undefined
}

function isPlain(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true
  if (levels === 0) return false
  return Object.entries(value).every(
    ([name, part]) => !/\p{C}/u.test(name) && isPlain(part, levels - 1),
  )
}

function cleanDeep(value: unknown): unknown {
  if (typeof value === 'string') return cleanParagraphs(value)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(cleanDeep)
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, cleanDeep(part)]))
}
