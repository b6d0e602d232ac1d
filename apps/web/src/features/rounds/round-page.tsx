import { useParams } from 'wouter'
import { useAnswer } from '../../app/use-answer.ts'
import { LinkButton } from '../../ui/button.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { List, ListRow } from '../../ui/list.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { DisputeForm } from './dispute-form.tsx'
import { roundMessages } from './messages.ts'
import { RoundFacts } from './round-facts.tsx'
import type { Round } from './rounds.ts'
import { useAmount } from './use-amount.ts'
import { WeighInWords } from './weigh-in-words.tsx'

/** A round, with what one's household has of it. */
export function RoundPage() {
  const t = useT(roundMessages)
  const { id = '' } = useParams()
  const round = useAnswer('/api/rounds/{id}', { id })
  return (
    <Page title={round.data?.title ?? t('title')} back="/rounds">
      {round.isPending && <Skeleton count={5} />}
      {round.isError && <ErrorState error={round.error} onRetry={() => void round.refetch()} />}
      {round.data !== undefined && <Loaded round={round.data} />}
    </Page>
  )
}

function Loaded({ round }: { round: Round }) {
  const t = useT(roundMessages)
  const format = useFormat()
  const { roundId, ownWeighIns, ownStatements } = round
  return (
    <>
      <MySlot round={round} />
      <RoundFacts round={round} />
      <Deductions round={round} />
      {round.state === 'claims' && (
        <p className="soft">{t('claimUntil', { when: format.until(round.claimsCloseAt) })}</p>
      )}
      <div>
        <LinkButton to={`/offers/${roundId}`}>{t('toOffer')}</LinkButton>
      </div>
      <Section title={t('myWeighIns')}>
        {ownWeighIns.length === 0 && <p className="soft">{t('noWeighIns')}</p>}
        <ul className="list" aria-label={t('myWeighIns')}>
          {ownWeighIns.map((one) => (
            <li key={one.weighInId} className="list__item">
              <WeighInWords weighIn={one} unit={round.priceUnit} />
              {one.dispute === null && !one.isVoided && <DisputeForm weighInId={one.weighInId} />}
            </li>
          ))}
        </ul>
      </Section>
      {ownStatements.length > 0 && (
        <Section title={t('statements')}>
          <List label={t('statements')}>
            {ownStatements.map(({ settlementId, paidFen }) => (
              <ListRow
                key={settlementId}
                title={t('statementPaid', { money: format.money(paidFen) })}
                to={`/rounds/statements/${settlementId}`}
              />
            ))}
          </List>
        </Section>
      )}
    </>
  )
}

function MySlot({ round: { ownSlot, state, priceUnit } }: { round: Round }) {
  const t = useT(roundMessages)
  const amount = useAmount(priceUnit)
  const format = useFormat()
  if (ownSlot === null) return state === 'called' ? <p className="soft">{t('noSlot')}</p> : null
  const when = format.when(ownSlot.comesAt)
  return (
    <Notice kind="info">
      <strong>{t('mySlot')}</strong>
      {` ${t('slot', { when, amount: amount(ownSlot.takenGrams) })}`}
      <br />
      {t('slotPlace', { place: String(ownSlot.place) })}
    </Notice>
  )
}

function Deductions({ round: { deductions } }: { round: Round }) {
  const t = useT(roundMessages)
  const format = useFormat()
  if (deductions.length === 0) return <p className="soft">{t('noDeductions')}</p>
  return (
    <Section title={t('deductions')}>
      <List label={t('deductions')}>
        {deductions.map(({ name, permille, fenEach }) => (
          <ListRow
            key={name}
            title={
              permille === null
                ? t('deductionEach', { name, money: format.money(fenEach ?? 0) })
                : t('deductionShare', { name, share: format.percent(permille / 1000) })
            }
          />
        ))}
      </List>
    </Section>
  )
}
