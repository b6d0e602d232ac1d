import { useT } from '../../ui/i18n.ts'
import type { BreachReport } from './breach-report.ts'
import { reportsMessages } from './messages.ts'

/** What a report is about, in a few words: the plate, the shift at a post, or the person. */
export function useAbout(): (report: Pick<BreachReport, 'about' | 'reported' | 'side'>) => string {
  const t = useT(reportsMessages)
  return ({ about: { kind, label, itemName }, reported, side }) => {
    const names = reported.map(({ name }) => name).join('、')
    if (side === 'reported') return label ?? t('aboutMyHousehold')
    if (label === null) return names || itemName || t('someone')
    const place = kind === 'post' ? t('aboutPost', { label }) : label
    return side === 'office' ? [place, names].filter(Boolean).join(' · ') : place
  }
}
