import { useAnswer } from '../../app/use-answer.ts'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { useLanguage } from '../../ui/settings.ts'
import { openingsMessages } from './messages.ts'
import { openable, type Opening } from './opening.ts'

export function useOpenings() {
  return useAnswer('/api/openings')
}

/** What an opening says, in words. */
export function useOpeningWords() {
  const t = useT(openingsMessages)
  const format = useFormat()
  const language = useLanguage()
  const locale = language === 'zh' ? 'zh-CN' : 'en'
  const kindsOf = ({ kinds }: Opening): string =>
    new Intl.ListFormat(locale, { type: 'conjunction' }).format(
      kinds.map((kind) => {
        const known = openable.find((one) => one === kind)
        return known === undefined ? kind : t(`kind_${known}`)
      }),
    )
  const daysOf = ({ fromDay, throughDay }: Opening): string => {
    const span = { from: format.day(fromDay), through: format.day(throughDay) }
    return fromDay === throughDay ? span.from : t('daysSpan', span)
  }
  const validityOf = ({ state, endsAt, validDays }: Opening): string =>
    endsAt === null
      ? t('validFor', { count: validDays })
      : t(state === 'ended' ? 'endedAt' : 'validUntil', { at: format.until(endsAt) })
  const nameOf = (name: string | null): string => name ?? t('erased')
  return { kindsOf, daysOf, validityOf, nameOf }
}
