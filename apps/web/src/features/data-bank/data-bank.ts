/** What the server says of oneself. */

export type AwardState = 'scored' | 'on_notice' | 'final' | 'reversed'

export interface AwardRow {
  awardId: string
  itemName: string
  /** Civil day. */
  occurredOn: string
  pointsHundredths: number
  state: AwardState
  sourceKind: 'rating' | 'attendance' | 'deed' | 'report' | 'repair'
}

export interface AwardPageAnswer {
  items: readonly AwardRow[]
  nextCursor: string | null
}

export interface Entry {
  postedAt: string
  unit: 'honour' | 'wallet'
  amountHundredths: number
  causeKind: string
  /** The award, for an award or its being taken back. */
  causeId: string
  /** What it was for, in the reader's language. */
  text: string
}

export interface Account {
  honourHundredths: number
  walletHundredths: number
  entries: { items: readonly Entry[]; nextCursor: string | null }
}

export interface MyShift {
  shiftId: string
  activityId: string
  title: string
  place: string
  postLabel: string | null
  startsAt: string
  endsAt: string
  state: 'confirmed' | 'waiting'
  checkIn: { opensAt: string; closesAt: string; isOpen: boolean }
  attendance: {
    checkedInAt: string
    checkedOutAt: string | null
    minutes: number | null
    leaderScore: number | null
  } | null
}

export interface MyShifts {
  now: readonly MyShift[]
  upcoming: readonly MyShift[]
  past: { items: readonly MyShift[]; nextCursor: string | null }
}

/** The part of everything held about a person that the pages show; the rest is downloaded. */
export interface HeldData {
  person: { publishesName: boolean }
  household: { houseNo: string; groupNo: number; joinedAt: string | null }
  consents: readonly {
    decision: 'join' | 'leave'
    optInVersion: number
    decidedAt: string
  }[]
}

export interface AccessRow {
  viewedAt: string
  /** Null once erased. */
  viewerName: string | null
  viewerRole: string | null
  what: string
}

export interface AccessPageAnswer {
  items: readonly AccessRow[]
  nextCursor: string | null
}
