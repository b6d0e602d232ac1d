import type { Item } from '../contract.ts'
import type { Formats } from '../format.ts'
import type { Language } from '../ports.ts'
import type { KeyOf, Translate } from '../texts.ts'
import type { messagesMessages } from '../words/messages-messages.ts'

export type Message = Item<'/api/me/messages'>

/** What a message leads to, for each client to find by its own addresses. */
export interface About {
  readonly kind: AboutKind
  /** Empty where there is one of the kind, such as one's own household. */
  readonly id: string
}

export type AboutKind =
  | 'activity'
  | 'activity_to_lead'
  | 'award'
  | 'log'
  | 'my_awards'
  | 'my_awards_on_notice'
  | 'my_final_awards'
  | 'my_household'
  | 'my_money'
  | 'my_wallet'
  | 'my_sign_in'
  | 'objection'
  | 'plots'
  | 'plot_sensors'
  | 'objection_to_answer'
  | 'offer'
  | 'offer_at_desk'
  | 'openings'
  | 'report'
  | 'roles'
  | 'roster_household'
  | 'round'
  | 'roster_person'
  | 'sign_in_changes'
  | 'shop'
  | 'gifts'
  | 'spot_checks'
  | 'vouchers'

export const at = (kind: AboutKind, id = ''): About => ({ kind, id })

export interface MessageText {
  text: string
  /** Somebody's own words: a reason, the committee's remark. */
  words: string | null
  /** Where to look closer. */
  about: About | null
}

export interface MessageContext {
  language: Language
  t: Translate<KeyOf<(typeof messagesMessages)['zh']>>
  format: Formats
  /** Where somebody lives. */
  doorOf: (at: { groupName: string; houseNo: string }) => string
  /** The name of a rule item; a general word while the sheet is unread, or has no such item. */
  itemName: (itemRef: string) => string
}
