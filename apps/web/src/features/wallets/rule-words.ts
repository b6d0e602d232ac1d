import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import type { Closing } from './closings.ts'
import { walletsMessages } from './messages.ts'

/** What the rule sheet keeps at a close, in words. */
export function useRuleWords() {
  const t = useT(walletsMessages)
  const format = useFormat()
  return ({
    policy,
    keepPermille,
    atMostHundredths,
  }: Pick<Closing, 'policy' | 'keepPermille' | 'atMostHundredths'>): string => {
    const share = `${format.number((keepPermille ?? 0) / 10)}%`
    const rule = t(`rule_${policy}`, { share })
    if (atMostHundredths === null) return rule
    return `${rule} · ${t('ruleMost', { points: format.points(atMostHundredths) })}`
  }
}
