import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { StateBadge } from '../../ui/state-badge.tsx'
import { roundMessages } from './messages.ts'
import type { PriceUnit, WeighIn } from './rounds.ts'
import { useAmount } from './use-amount.ts'

/** What was weighed, what became of it, and what is doubted. */
export function WeighInWords({ weighIn, unit }: { weighIn: WeighIn; unit: PriceUnit }) {
  const t = useT(roundMessages)
  const format = useFormat()
  const { grade, netGrams, grossGrams, tareGrams, outcome, because, lotNumber, isVoided } = weighIn
  const amount = useAmount(unit)
  const state = isVoided ? 'voided' : outcome
  return (
    <>
      <p>
        <strong>{t('net', { amount: amount(netGrams) })}</strong>{' '}
        {`${t(`grade_${grade}`)} · ${weighIn.plotLabel} `}
        <StateBadge tone={outcome === 'accepted' && !isVoided ? 'done' : 'past'}>
          {t(state)}
        </StateBadge>
      </p>
      <p className="soft">
        {t('weights', { gross: amount(grossGrams), tare: amount(tareGrams) })}
        {lotNumber !== null && ` · ${t('lot', { lot: lotNumber })}`}
        {because !== null && ` · ${t(`because_${because}`)}`}
        {` · ${t(`how_${weighIn.weighedHow}`)} · ${format.when(weighIn.weighedAt)}`}
      </p>
      <DisputeWords weighIn={weighIn} />
    </>
  )
}

function DisputeWords({ weighIn: { dispute } }: { weighIn: WeighIn }) {
  const t = useT(roundMessages)
  const format = useFormat()
  if (dispute === null) return null
  const { cause, dueOn, outcome, reasons } = dispute
  if (outcome === null) return <p>{t(`disputed_${cause}`, { day: format.day(dueOn) })}</p>
  return <p>{t(outcome, { reasons: reasons ?? '' })}</p>
}
