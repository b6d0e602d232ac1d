export type DeedState = 'recorded' | 'scored' | 'refused'

interface Person {
  personId: string
  name: string
}

/** A row of `GET /api/deeds`. */
export interface Deed {
  contributionId: string
  person: Person
  itemRef: string
  itemName: string
  /** Occurrences, or the small measure of the item's unit (minutes, grams). */
  quantity: number
  occurredOn: string
  words: string | null
  photoFileId: string | null
  state: DeedState
  recordedBy: Person
  recordedAt: string
  decisionReason: string | null
  canDecide: { ok: boolean; code: string | null; sentence: string | null }
}

export interface DeedPage {
  items: readonly Deed[]
  nextCursor: string | null
}

/** What became of a deed in this visit, said above the list that it has left. */
export interface Decided {
  deed: Deed
  awardId: string | null
  pointsHundredths: number | null
}
