import type { About, AboutKind, Answer, Item } from '@azalea/client'

/*
 * The server says what a line is about; where that stands in this client is known here alone. A kind
 * without an address does not compile.
 */

type InboxItem = Item<'/api/workbench/inbox'>
type HomeAnswer = Answer<'/api/me/home'>
type Waiting = HomeAnswer['waiting'][number]
type News = HomeAnswer['news'][number]

type Addresses<Kind extends string> = Record<Kind, (id: string) => string>

export const inboxAddresses: Addresses<InboxItem['kind']> = {
  activity_to_decide: (id) => `/workbench/activities/${id}`,
  scores_due: (id) => `/activities/${id}/lead`,
  activity_to_close: (id) => `/activities/${id}/lead`,
  deed_to_decide: () => '/workbench/deeds',
  awards_to_publish: () => '/workbench/notices',
  sign_in_change: () => '/workbench/sign-in-changes',
  removal: () => '/workbench/removals',
  spot_checks_due: () => '/workbench/spot-checks',
  objection_to_answer: (id) => `/workbench/objections/${id}`,
  objection_overdue: (id) => `/workbench/objections/${id}`,
  turn_objection_to_decide: (id) => `/workbench/offers/${id}`,
  turn_objection_overdue: (id) => `/workbench/offers/${id}`,
  report_to_attach: (id) => `/workbench/reports/${id}`,
  report_to_decide: (id) => `/workbench/reports/${id}`,
  report_appeal: (id) => `/workbench/reports/${id}`,
  report_overdue: (id) => `/workbench/reports/${id}`,
  shop_sign_off: () => '/workbench',
}

export const waitingAddresses: Addresses<Waiting['kind']> = {
  join_household: () => '/me/household',
  check_in: (id) => `/check-in/shift/${id}`,
  check_out: (id) => `/check-in/shift/${id}`,
  shift_today: (id) => `/activities/${id}`,
  report_to_reply_to: (id) => `/reports/${id}?tab=reported`,
  turn_called: (id) => `/offers/${id}`,
  awards_on_notice: () => '/me/awards?state=on_notice',
  messages: () => '/me/messages',
}

export const aboutAddresses: Addresses<AboutKind> = {
  activity: (id) => `/activities/${id}`,
  activity_to_lead: (id) => `/activities/${id}/lead`,
  award: (id) => `/awards/${id}`,
  log: () => '/workbench/log',
  my_awards: () => '/me/awards',
  my_awards_on_notice: () => '/me/awards?state=on_notice',
  my_final_awards: () => '/me/awards?state=final',
  my_household: () => '/me/household',
  my_sign_in: () => '/me/sign-in',
  objection: (id) => `/objections/${id}`,
  objection_to_answer: (id) => `/workbench/objections/${id}`,
  offer: (id) => `/offers/${id}`,
  offer_at_desk: (id) => `/workbench/offers/${id}`,
  openings: () => '/workbench/openings',
  report: (id) => `/reports/${id}`,
  roles: () => '/workbench/roles',
  roster_household: (id) => `/workbench/roster/${id}`,
  roster_person: (id) => `/workbench/roster/people/${id}`,
  sign_in_changes: () => '/workbench/sign-in-changes',
  shop: () => '/me',
  spot_checks: () => '/workbench/spot-checks',
}

/** Where one looks closer at what a message is about. */
export const aboutAddress = ({ kind, id }: About): string => aboutAddresses[kind](id)

/** Where a line of the workbench is dealt with. */
export const inboxAddress = ({ kind, id }: Pick<InboxItem, 'kind' | 'id'>): string =>
  inboxAddresses[kind](id ?? '')

/** Where what waits for a person at home is done. */
export const waitingAddress = ({ kind, id }: Pick<Waiting, 'kind' | 'id'>): string =>
  waitingAddresses[kind](id ?? '')

/** Where a piece of a village's news is told in full. */
export function newsAddress({ kind, id }: Pick<News, 'kind' | 'id'>, villageId: string): string {
  return kind === 'notice' ? `/v/${villageId}/notices/${id}` : `/activities/${id}`
}
