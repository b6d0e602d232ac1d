import { toLocalText } from '../../app/shanghai-time.ts'

/** `GET /api/villages/{villageId}/notices/{id}`, as the sheet of paper needs it. */
export interface Sheet {
  villageName: string
  townName: string
  /** Its number in its year: 2026-017. */
  serial: string
  /** Whom to call about it; null: nobody said. */
  objectionPhone: string | null
  publishedAt: string
  /** The first instant after the last day on notice. */
  endsAt: string
  hash: string
  rows: readonly SheetRow[]
}

export interface SheetRow {
  no: number
  groupName: string
  /** Empty in the line of all deductions. */
  headMasked: string
  plusHundredths: number
  minusHundredths: number
  totalHundredths: number | null
  summary: string
  /** How many of its awards are objected to now. */
  disputed: number
}

/** The civil days of the publication, and of the last day on notice. */
export function daysOf({ publishedAt, endsAt }: Pick<Sheet, 'publishedAt' | 'endsAt'>) {
  const beforeEnd = new Date(Date.parse(endsAt) - 1).toISOString()
  return {
    publishedOn: toLocalText(publishedAt).slice(0, 10),
    lastDay: toLocalText(beforeEnd).slice(0, 10),
  }
}
