import { hasAnyRole } from '../../../platform/actor.ts'
import type { InboxPart } from '../../../platform/contributions.ts'
import type { Language } from '../../../platform/http/language.ts'
import { payers } from '../policy.ts'
import type { MeansName } from './payment-statement.ts'
import { titleIn } from './read-runs.ts'
import { selectUnendedRuns } from './payment.store.ts'

/** A bank answers within days, and who is paid in cash is at the village's office before that. */
const ENDED_WITHIN_DAYS = 7

/** Several runs of one share-out, or of months, bear one title. */
const meansWords: Readonly<Record<MeansName, Readonly<Record<Language, string>>>> = {
  bank: { zh: '走银行', en: 'by the bank' },
  cash: { zh: '发现金', en: 'in cash' },
}

const dayOf = (instant: Date, language: Language): string =>
  instant.toLocaleDateString(language === 'zh' ? 'zh-CN' : 'en-GB', {
    timeZone: 'Asia/Shanghai',
    month: 'short',
    day: 'numeric',
  })

/** Payments that neither the bank's answer nor a signature has ended, a line for each run. */
export const paymentsInbox: InboxPart<unknown> = {
  kinds: ['payments_to_end'],
  list: async (_, { db, actor, language }) => {
    if (!hasAnyRole(actor, payers)) return []
    const runs = await selectUnendedRuns(db, actor.villageId)
    return runs.map(({ runId, orderedAt, pendingCount, ...run }) => ({
      kind: 'payments_to_end',
      id: runId,
      title: [
        titleIn(language, run),
        meansWords[run.means][language],
        dayOf(orderedAt, language),
      ].join(' · '),
      dueAt: new Date(orderedAt.getTime() + ENDED_WITHIN_DAYS * 86_400_000).toISOString(),
      count: pendingCount,
    }))
  },
}
