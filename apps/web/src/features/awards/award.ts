/** What the server says of awards, notices and rule sheets. */
import type { RuleSheet } from '@azalea/scoring'

export type AwardState = 'scored' | 'on_notice' | 'final' | 'reversed'

export interface Award {
  awardId: string
  itemRef: string
  itemName: string
  person: { personId: string; name: string }
  /** Civil day. */
  occurredOn: string
  pointsHundredths: number
  state: AwardState
  stages: readonly AwardStage[]
  rule: {
    ruleSheetId: string
    version: number
    hash: string
    itemName: string
    category: string
  }
  evidence: readonly Evidence[]
  notice: { noticeId: string; publishedAt: string; endsAt: string } | null
  finalAt: string | null
  reversal: { at: string; reason: string | null; supersededBy: string | null } | null
  history: readonly { at: string; state: AwardState }[]
  /** Somebody objects to it now. */
  isDisputed: boolean
  objections: readonly AwardObjection[]
  /** The award that this one took the place of, because an objection was upheld. */
  corrects: { awardId: string; objectionId: string } | null
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
  /** `until`: the last civil day for it; null while it cannot be done. */
  canObject: { ok: boolean; sentence: string | null; until: string | null }
}

export interface AwardObjection {
  objectionId: string
  state: 'open' | 'upheld' | 'refused'
  isMine: boolean
  raisedAt: string
  /** Civil day. */
  dueOn: string
  answeredAt: string | null
  reasons: string | null
  newAwardId: string | null
}

export interface AwardStage {
  /** A stage's name in the rule sheet's schema. */
  stage: string
  beforeHundredths: number
  afterHundredths: number
  /** Why, in the reader's language. */
  sentence: string
}

export interface Evidence {
  kind: 'rating' | 'check_in' | 'words' | 'photo' | 'recorded_by'
  text: string
  photoFileId?: string
  link?: string
}

export interface NoticeHead {
  noticeId: string
  publishedAt: string
  endsAt: string
  hash: string
}

export interface NoticePageAnswer {
  items: readonly (NoticeHead & { awards: number })[]
  nextCursor: string | null
}

export interface NoticeSheet extends NoticeHead {
  rows: readonly NoticeRow[]
}

export interface NoticeRow {
  no: number
  /** Empty on the last, nameless line that holds all deductions. */
  groupName: string
  headMasked: string
  plusHundredths: number
  minusHundredths: number
  summary: string
}

export interface SheetInForce {
  ruleSheetId: string
  version: number
  effectiveFrom: string
  hash: string
  sheet: RuleSheet
  resolution: { date: string; eligible: number; present: number; for: number; against: number }
}
