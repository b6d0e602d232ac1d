import type { Problem } from '@azalea/records'
import { oneLine } from './one-line.ts'

/** Codes that one judge's memory alone tells; a file that tells one declares it here: `declare module`. */
export interface OwnFindings {}

/** What does not agree; the codes are stable, for those who read the JSON report. */
export type FindingCode =
  | keyof OwnFindings
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
  | 'kind_unknown'
  | 'version_unknown'
  | 'fields_wrong'
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
  | 'wallet_wrong'
  | 'voucher_wrong'
  | 'input_wrong'
  | 'board_wrong'
  // What was opened for the auditor
  | 'opening_wrong'

export interface Finding {
  readonly code: FindingCode
  /** The entry that it is about; null: the log as a whole. */
  readonly index: number | null
  readonly detail: string
}

/** What was found of one code: one cause usually shows in many places. */
export interface FindingKind {
  readonly code: FindingCode
  count: number
  /** The entries of its first and its last finding; null: only the log as a whole. */
  firstIndex: number | null
  lastIndex: number | null
}

/** How an entry that is no record is told. */
export function codeOf({ code }: Problem): FindingCode {
  switch (code) {
    case 'not_json':
    case 'not_canonical':
      return 'entry_unreadable'
    case 'unknown_kind':
      return 'kind_unknown'
    case 'unknown_version':
      return 'version_unknown'
    case 'missing_field':
    case 'additional_field':
    case 'wrong_type':
    case 'out_of_range':
    case 'not_allowed':
    case 'bad_format':
    case 'fields_disagree':
      return 'fields_wrong'
  }
}

/** Of each code so many are told as they are found; the rest is counted. */
const TOLD_OF_A_KIND = 3
/** A log that lies more often than that is counted on, not kept; about 200 MB. */
const KEPT = 1_000_000

export class Findings {
  readonly kept: Finding[] = []
  total = 0
  readonly #kinds = new Map<FindingCode, FindingKind>()
  readonly #tell: (finding: Finding) => void

  constructor(tell: (finding: Finding) => void = () => {}) {
    this.#tell = tell
  }

  /** By code, in the order in which they first appeared. */
  get kinds(): readonly FindingKind[] {
    return [...this.#kinds.values()]
  }

  /** Takes over what an earlier audit found. */
  restore({ total, kept }: { readonly total: number; readonly kept: readonly Finding[] }): void {
    for (const finding of kept) this.#keep(finding)
    this.total += total
  }

  add(code: FindingCode, index: number | null, detail: string): void {
    const finding = { code, index, detail: oneLine(detail) }
    this.total += 1
    if (this.#keep(finding).count <= TOLD_OF_A_KIND) this.#tell(finding)
  }

  #keep(finding: Finding): FindingKind {
    const { code, index } = finding
    if (this.kept.length < KEPT) this.kept.push(finding)
    const kind = this.#kinds.get(code) ?? { code, count: 0, firstIndex: null, lastIndex: null }
    this.#kinds.set(code, kind)
    kind.count += 1
    kind.firstIndex ??= index
    kind.lastIndex = index ?? kind.lastIndex
    return kind
  }
}
