import type { ListAnswer } from '../../app/use-list-pages.ts'

export type AwardState = 'scored' | 'on_notice' | 'final' | 'reversed'

/** A row of `GET /api/awards`: not final yet. */
export interface OpenAward {
  awardId: string
  itemName: string
  occurredOn: string
  pointsHundredths: number
  state: AwardState
  sourceKind: 'rating' | 'attendance' | 'deed' | 'report' | 'repair'
  person: { personId: string; name: string }
  isOwnHousehold: boolean
}

export type OpenAwardPage = ListAnswer<OpenAward>

/** A row of a village's notices. */
export interface NoticeRow {
  noticeId: string
  serial: string
  publishedAt: string
  endsAt: string
  /** The last civil day on notice, as on paper. */
  lastDay: string
  awards: number
}

export type NoticePage = ListAnswer<NoticeRow>

/** `GET /api/awards/{id}`. */
export interface Award {
  awardId: string
  itemName: string
  person: { personId: string; name: string }
  occurredOn: string
  pointsHundredths: number
  state: AwardState
  isDisputed: boolean
  objections: readonly { objectionId: string; state: 'open' | 'upheld' | 'refused' }[]
  stages: readonly {
    stage: string
    beforeHundredths: number
    afterHundredths: number
    sentence: string
  }[]
  rule: { version: number; itemName: string; category: string }
  evidence: readonly { kind: string; text: string; photoFileId?: string }[]
  notice: { noticeId: string; publishedAt: string; endsAt: string; lastDay: string } | null
  finalAt: string | null
  reversal: { at: string; reason: string | null } | null
  /** How a deduction is made good; null for merits. */
  repair: {
    ways: readonly {
      way: 'mending' | 'volunteering'
      minutes: number | null
      restoresHundredths: number
      /** What it has given back; null while it was not done. */
      repairAwardId: string | null
    }[]
    canRecord: { ok: boolean; sentence: string | null }
  } | null
}

/** How many awards are of other households than the reader's, and their sum. */
export function publishable(awards: readonly OpenAward[]): {
  count: number
  pointsHundredths: number
  own: number
} {
  const others = awards.filter(({ isOwnHousehold }) => !isOwnHousehold)
  return {
    count: others.length,
    pointsHundredths: others.reduce((sum, award) => sum + award.pointsHundredths, 0),
    own: awards.length - others.length,
  }
}
