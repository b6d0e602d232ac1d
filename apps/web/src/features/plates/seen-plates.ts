import type { SubjectKind } from './plate-answer.ts'

/** A plate whose page was opened on this device. */
export interface SeenPlate {
  code: string
  villageId: string
  label: string
  kind: SubjectKind
}

const storageKey = 'azalea.seen-plates'
const keptPlates = 12

/** The last plates seen on this device, newest first. */
export function listSeenPlates(): readonly SeenPlate[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isSeenPlate) : []
  } catch {
    return []
  }
}

/** Puts a plate first in the list. Refused storage costs the list and nothing else. */
export function noteSeenPlate(plate: SeenPlate): void {
  const others = listSeenPlates().filter(({ code }) => code !== plate.code)
  try {
    localStorage.setItem(storageKey, JSON.stringify([plate, ...others].slice(0, keptPlates)))
  } catch {
    // No storage, no list.
  }
}

function isSeenPlate(value: unknown): value is SeenPlate {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['code', 'villageId', 'label', 'kind'].every(
      (name) => typeof (value as Record<string, unknown>)[name] === 'string',
    )
  )
}
