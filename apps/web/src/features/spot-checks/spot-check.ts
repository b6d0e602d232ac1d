import type { Role } from '../../app/session.tsx'

export const announcers: readonly Role[] = ['committee', 'town_officer']
export const checkers: readonly Role[] = ['town_officer', 'technician']
export const drawReaders: readonly Role[] = [
  'committee',
  'supervisor',
  'town_officer',
  'technician',
  'auditor',
]
export const evidenceReaders: readonly Role[] = ['committee', 'supervisor']

export type SpotKind = 'shift' | 'plot' | 'yard'

/** What is looked at. */
export interface SpotPlace {
  kind: SpotKind | 'house' | 'flock' | 'post' | 'shop'
  label: string
  place: string | null
  startsAt: string | null
  endsAt: string | null
}

export interface SpotFound {
  opensAt: string
  dueAt: string
  state: 'open' | 'made' | 'lapsed'
  score: number | null
  words: string | null
  photoFileId: string | null
  checkedAt: string | null
}

export interface SpotCheck extends SpotPlace, SpotFound {
  checkId: string
}

export interface Permission {
  ok: boolean
  sentence: string | null
}

/** `GET /api/spot-checks` */
export interface OpenChecks {
  items: readonly (SpotCheck & { canCheck: Permission })[]
  made: readonly SpotCheck[]
}

/** `GET /api/spot-checks/{id}` */
export interface CheckAnswer extends SpotCheck {
  drawId: string
  canCheck: Permission
  /** Null until the check is made: whoever checks sees first with their own eyes. */
  leaderScores: readonly { name: string | null; score: number | null }[] | null
}

export interface DrawHead {
  drawId: string
  announcedAt: string
  kinds: readonly SpotKind[]
  ratePermille: number
  randomPermille: number
  candidateCount: number
  drawnAt: string | null
  drawn: number
  made: number
  lapsed: number
}

/** `GET /api/spot-draws/{id}` */
export interface DrawAnswer extends DrawHead {
  name: string
  listHash: string
  checkpoint: string | null
  seed: string | null
  candidates: readonly (SpotPlace & {
    candidate: string
    priority: number
    reasons: readonly ('ring' | 'wide_interval' | 'disagreement' | 'stake')[]
  })[]
  checks: readonly (SpotCheck & { candidate: string; drawnBy: 'lot' | 'priority' })[]
}

/** `GET /api/rating-evidence` */
export interface RatingEvidence {
  fittedAt: string | null
  ratings: number
  usesModel: boolean
  rings: readonly {
    sentence: string
    members: readonly (string | null)[]
    subjects: readonly string[]
  }[]
  flagged: readonly { name: string | null; ratings: number; sentence: string }[]
}
