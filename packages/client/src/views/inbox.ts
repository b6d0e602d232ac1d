import { civilDay, daysBetween, lastDayBefore } from '@azalea/text'
import type { Item } from '../contract.ts'
import type { KeyOf, Translate } from '../texts.ts'
import type { inboxMessages } from '../words/inbox-messages.ts'

/** One thing to be done for the village; the nearest deadline comes first. */
export type InboxItem = Item<'/api/workbench/inbox'>

type InboxText = Translate<KeyOf<(typeof inboxMessages)['zh']>>

/** What is to be done, in words. */
export function inboxTitle({ kind, title }: Pick<InboxItem, 'kind' | 'title'>, t: InboxText) {
  return t(`inbox_${kind}`, { title: title ?? '' })
}

/**
 * How far off a deadline is in days of Asia/Shanghai; past its minute it is overdue at once. `urgency`
 * is for the eye.
 */
export function dueWords(
  dueAt: string,
  now: Date,
  t: InboxText,
): { urgency: 'overdue' | 'near' | 'later'; words: string } {
  const days = daysBetween(civilDay(now), lastDayBefore(dueAt))
  if (new Date(dueAt) < now) {
    const words = days >= 0 ? t('overdueToday') : t('overdue', { count: -days })
    return { urgency: 'overdue', words }
  }
  if (days === 0) return { urgency: 'near', words: t('dueToday') }
  if (days === 1) return { urgency: 'near', words: t('dueTomorrow') }
  return { urgency: 'later', words: t('dueIn', { count: days }) }
}
