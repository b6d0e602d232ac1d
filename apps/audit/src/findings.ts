/** What does not agree; the codes are stable, for those who read the JSON report. */
export type FindingCode =
  // The log itself
  | 'checkpoint_untrusted'
  | 'checkpoint_shrunk'
  | 'not_an_extension'
  | 'other_log'
  | 'tile_wrong'
  | 'bundle_wrong'
  | 'root_wrong'
  // What stands in it
  | 'entry_unreadable'
  | 'sheet_unknown'
  | 'sheet_wrong'
  | 'document_wrong'
  | 'points_wrong'
  | 'prior_wrong'
  | 'competing_wrong'
  | 'award_out_of_order'
  | 'count_twice'
  | 'notice_wrong'
  | 'objection_wrong'
  | 'report_wrong'
  | 'spot_check_wrong'
  | 'passers_by_wrong'
  | 'rating_twice'
  | 'entry_after_close'
  | 'statement_wrong'
  | 'honour_wrong'
  | 'board_wrong'
  // What was opened for the auditor
  | 'opening_wrong'

export interface Finding {
  readonly code: FindingCode
  /** The entry that it is about; null: the log as a whole. */
  readonly index: number | null
  readonly detail: string
}

/** More than these are counted, not kept. */
const KEPT = 1_000

export class Findings {
  readonly kept: Finding[] = []
  total = 0
  readonly #tell: (finding: Finding) => void

  constructor(tell: (finding: Finding) => void = () => {}) {
    this.#tell = tell
  }

  /** Takes over what an earlier audit found. */
  restore({ total, kept }: { readonly total: number; readonly kept: readonly Finding[] }): void {
    this.total += total
    this.kept.push(...kept)
  }

  add(code: FindingCode, index: number | null, detail: string): void {
    const finding = { code, index, detail }
    this.total += 1
    if (this.kept.length < KEPT) this.kept.push(finding)
    this.#tell(finding)
  }
}
