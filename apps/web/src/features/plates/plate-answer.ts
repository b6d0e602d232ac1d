export type SubjectKind = 'plot' | 'yard' | 'house' | 'flock' | 'post' | 'shop'

/** `GET /api/plates/{code}`: what a plate is fixed to, for everybody who scans it. */
export interface PlateAnswer {
  code: string
  villageId: string
  villageName: string
  subject: {
    subjectId: string
    kind: SubjectKind
    label: string
    groupName: string | null
    story: string
    /** Masked, unless the keeper consented or it is the reader's own household. */
    keeper: string | null
    isMine: boolean
  }
  stars: {
    averageTenths: number | null
    count: number
    /** How many gave one star, two stars, … five. */
    distribution: readonly number[]
  }
  /** With each rater's leaning allowed for; in hundredths of a star. Null before the first fit. */
  calibrated: {
    scoreHundredths: number
    lowHundredths: number
    highHundredths: number
    ratings: number
  } | null
  myRating: ShownRating | null
  canRate: { ok: boolean; code: string | null; sentence: string | null }
  recent: readonly ShownRating[]
  /** Of a post only. */
  post?: { upcoming: readonly PostShift[] }
}

export interface ShownRating {
  stars: number
  words: string | null
  ratedOn: string
}

export interface PostShift {
  shiftId: string
  activityId: string
  title: string
  startsAt: string
  endsAt: string
  quota: number
  taken: number
}
