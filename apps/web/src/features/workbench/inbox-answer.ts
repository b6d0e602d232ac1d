export type InboxKind =
  | 'activity_to_decide'
  | 'scores_due'
  | 'activity_to_close'
  | 'deed_to_decide'
  | 'awards_to_publish'
  | 'spot_checks_due'
  | 'objection_to_answer'
  | 'objection_overdue'
  | 'report_to_decide'
  | 'report_appeal'
  | 'report_overdue'

/** One line of `GET /api/workbench/inbox`; the nearest deadline comes first. */
export interface InboxItem {
  kind: InboxKind
  /** The activity or objection; null where many things wait together. */
  id: string | null
  title: string | null
  dueAt: string
  count: number
  link: string
}
