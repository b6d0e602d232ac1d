import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { StateBadge } from '../../ui/state-badge.tsx'
import { roundMessages } from './messages.ts'
import { kilograms, type WeighIn } from './rounds.ts'

/** What was weighed, what became of it, and what is doubted. */
export function WeighInWords({ weighIn }: { weighIn: WeighIn }) {
  const t = useT(roundMessages)
  const format = useFormat()
  const { grade, netGrams, grossGrams, tareGrams, outcome, because, lotNumber, isVoided } = weighIn
  const kg = (grams: number) => format.number(kilograms(grams))
  const state = isVoided ? 'voided' : outcome
  return (
    <>
      <p>
        <strong>{t('net', { kg: kg(netGrams) })}</strong>{' '}
        {`${t(`grade_${grade}`)} · ${weighIn.plotLabel} `}
        <StateBadge tone={outcome === 'accepted' && !isVoided ? 'done' : 'past'}>
          {t(state)}
        </StateBadge>
      </p>
      <p className="soft">
        {t('weights', { gross: kg(grossGrams), tare: kg(tareGrams) })}
        {lotNumber !== null && ` · ${t('lot', { lot: lotNumber })}`}
        {because !== null && ` · ${t(`because_${because}`)}`}
        {` · ${format.when(weighIn.weighedAt)}`}
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
