import type { Role } from '../../app/session.tsx'

/** A row of `GET /api/roster/households`. */
export interface HouseholdRow {
  householdId: string
  houseNo: string
  groupNo: number
  groupName: string
  headName: string | null
  people: number
  joined: boolean
}

export interface HouseholdPage {
  items: readonly HouseholdRow[]
  nextCursor: string | null
}

export interface HouseholdPerson {
  personId: string
  /** Null once erased. */
  name: string | null
  phoneMasked: string | null
  idLast4: string | null
  birthYear: number | null
  roles: readonly Role[]
}

/** `GET /api/roster/households/{id}`; the look is noted for each person. */
export interface Household extends Omit<HouseholdRow, 'people'> {
  people: readonly HouseholdPerson[]
  consents: readonly {
    decision: 'join' | 'leave'
    decidedAt: string
    givenByName: string | null
    recordedByName: string | null
  }[]
}

/** What an import would do: `POST /api/roster/import/preview`. */
export interface ImportPreview {
  importId: string
  summary: {
    rows: number
    newHouseholds: number
    newPeople: number
    changed: number
    unchanged: number
    faulty: number
  }
  errors: readonly {
    row: number
    /** The heading of its column. */
    column: string
    /** The address, as in C12. */
    cell: string
    code: string
    messageZh: string
    messageEn: string
  }[]
  /** The first 200. */
  changes: readonly {
    row: number
    kind: 'new' | 'changed'
    houseNo: string
    name: string
    fields: readonly { field: string; from: string; to: string }[]
  }[]
}

export interface Imported {
  newHouseholds: number
  newPeople: number
  changed: number
}
