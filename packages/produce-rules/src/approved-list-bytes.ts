import { canonicalJson, isCanonicalJson, isCivilDay, type CanonicalValue } from '@azalea/text'
import type { ApprovedList, ApprovedUse } from './approved-list.ts'

const SCHEMA = 'azalea-approved-list/1'

/** A version of the list as it is published: canonical JSON, whose hash stands in the log. */
export function approvedListText({ version, inForceFrom, uses }: ApprovedList): string {
  const lines = uses.map((use) => ({
    ...use,
    substances: [...use.substances],
    crops: [...use.crops],
  }))
  return canonicalJson({ schema: SCHEMA, version, inForceFrom, uses: lines })
}

/** The list that a published text holds; null when it holds none. */
export function readApprovedList(text: string): ApprovedList | null {
  const value = parse(text)
  if (!isObject(value) || value['schema'] !== SCHEMA) return null
  if (!isCanonicalJson(value, text)) return null
  const { version, inForceFrom, uses } = value
  if (!isCount(version) || !isDay(inForceFrom) || !Array.isArray(uses)) return null
  return uses.every(isUse) ? { version, inForceFrom, uses } : null
}

function parse(text: string): CanonicalValue {
  try {
    return JSON.parse(text) as CanonicalValue
  } catch {
    return null
  }
}

function isUse(value: unknown): value is ApprovedUse {
  if (!isObject(value)) return false
  const counts = [value['leastPerMu'], value['mostPerMu'], value['preHarvestDays']]
  return (
    (value['kind'] === 'pesticide' || value['kind'] === 'fertiliser') &&
    (value['unit'] === 'g' || value['unit'] === 'ml') &&
    [value['name'], value['registrationNumber'], value['source']].every(isText) &&
    [value['substances'], value['crops']].every(isTexts) &&
    [...counts, value['reEntryHours']].every(isCount) &&
    (value['mostUses'] === null || isCount(value['mostUses'])) &&
    typeof value['isOrganic'] === 'boolean' &&
    isDay(value['validFrom']) &&
    (value['validTo'] === null || isDay(value['validTo']))
  )
}

function isObject<T>(value: T): value is T & Readonly<Record<string, T>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(isText)
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}

function isDay(value: unknown): value is string {
  return typeof value === 'string' && isCivilDay(value)
}
