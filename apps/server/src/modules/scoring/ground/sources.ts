/** What scoring has to know of what a contribution came from; nothing else depends on who asks. */
export interface Source {
  /** Judged under one item only, so that without a group of items nothing competes with it. */
  readonly underOneItem: boolean
  /** Enters the log with others of its week where its item has no notice: alone it would tell who acted. */
  readonly entersCounted: boolean
  /** The log names it beside the award, under a pseudonym of this purpose. */
  readonly namedAs: 'report' | null
  /** Counts or is given back however long ago it was, so a replay of some days reads all of it. */
  readonly outlastsItsDays: boolean
  /** What an award shows for it: that it took place, or what was written and by whom. */
  readonly evidence: 'rating' | 'check_in' | 'recorded_by' | 'found_by' | 'repair_seen_by'
}

const alone = {
  underOneItem: false,
  entersCounted: false,
  namedAs: null,
  outlastsItsDays: false,
} as const

/** Whoever brings contributions of another source adds a line. */
export const sources = {
  rating: { ...alone, underOneItem: true, entersCounted: true, evidence: 'rating' },
  attendance: { ...alone, evidence: 'check_in' },
  deed: { ...alone, evidence: 'recorded_by' },
  delivery: { ...alone, evidence: 'recorded_by' },
  report: { ...alone, namedAs: 'report', outlastsItsDays: true, evidence: 'found_by' },
  repair: { ...alone, outlastsItsDays: true, evidence: 'repair_seen_by' },
} as const satisfies Record<string, Source>

export type SourceKind = keyof typeof sources

export const sourceOf = (kind: SourceKind): Source => sources[kind]

export const sourcesThatOutlastTheirDays = (Object.keys(sources) as SourceKind[]).filter(
  (kind) => sourceOf(kind).outlastsItsDays,
)
