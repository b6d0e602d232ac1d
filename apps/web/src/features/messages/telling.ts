import type { formatsFor, Item } from '@azalea/client'
import type { useT } from '../../ui/i18n.ts'
import type { messagesMessages } from './messages.ts'

export type Message = Item<'/api/me/messages'>

export interface Told {
  text: string
  /** Somebody's own words: a reason, the committee's remark. */
  words: string | null
  /** Where to look closer. */
  to: string | null
}

type TranslateMessage = ReturnType<typeof useT<(typeof messagesMessages)['zh']>>

export interface Telling {
  t: TranslateMessage
  format: ReturnType<typeof formatsFor>
  /** Where somebody lives. */
  doorOf: (at: { groupName: string; houseNo: string }) => string
  /** The name of a rule item; a general word while the sheet is unread, or has no such item. */
  itemName: (itemRef: string) => string
}
