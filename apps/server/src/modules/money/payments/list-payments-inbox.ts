import { hasAnyRole } from '../../../platform/actor.ts'
import type { InboxPart } from '../../../platform/contributions.ts'
import type { Language } from '../../../platform/http/language.ts'
import { payers } from '../policy.ts'
import type { MeansName } from './payment-statement.ts'
import { titleIn } from './read-runs.ts'
import { selectRunsToRepeat, selectUnendedRuns } from './payment.store.ts'

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

type Told = Pick<
  Awaited<ReturnType<typeof selectUnendedRuns>>[number],
  'means' | 'title' | 'titleEn' | 'orderedAt'
>

const titleOf = (run: Told, language: Language): string =>
  [titleIn(language, run), meansWords[run.means][language], dayOf(run.orderedAt, language)].join(
    ' · ',
  )

const withinDays = (from: Date): string =>
  new Date(from.getTime() + ENDED_WITHIN_DAYS * 86_400_000).toISOString()

/**
 * Payments that neither the bank's answer nor a signature has ended, and those that have failed and were
 * not ordered anew yet: a line for each run.
 */
export const paymentsInbox: InboxPart<unknown> = {
  kinds: ['payments_to_end', 'payments_to_repeat'],
  list: async (_, { db, actor, language }) => {
    if (!hasAnyRole(actor, payers)) return []
    const { villageId } = actor
    const unended = await selectUnendedRuns(db, villageId)
    const failed = await selectRunsToRepeat(db, villageId)
    return [
      ...unended.map((run) => ({
        kind: 'payments_to_end' as const,
        id: run.runId,
        title: titleOf(run, language),
        dueAt: withinDays(run.orderedAt),
        count: run.pendingCount,
      })),
      ...failed.map((run) => ({
        kind: 'payments_to_repeat' as const,
        id: run.runId,
        title: titleOf(run, language),
        dueAt: withinDays(run.failedAt),
        count: run.failedCount,
      })),
    ]
  },
}
