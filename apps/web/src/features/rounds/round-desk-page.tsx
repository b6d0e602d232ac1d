import { useParams } from 'wouter'
import { post } from '../../app/api.ts'
import { hasRole, useSession } from '../../app/session.tsx'
import { useAnswer } from '../../app/use-answer.ts'
import { useDoor } from '../../app/door.ts'
import { useCommand } from '../../app/use-command.ts'
import { usePages } from '../../app/use-pages.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { ErrorState, ProblemNotice } from '../../ui/error-state.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { List, ListRow } from '../../ui/list.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Paged } from '../../ui/paged.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Stat, Stats } from '../../ui/stat.tsx'
import { roundDeskMessages } from './desk-messages.ts'
import { RoundFacts } from './round-facts.tsx'
import { roundMessages } from './messages.ts'
import type { RoundDesk } from './rounds.ts'
import { useAmount } from './use-amount.ts'

/** How far a round is: who comes when, what they brought, and what they are paid. */
export function RoundDeskPage() {
  const t = useT(roundDeskMessages)
  const { id = '' } = useParams()
  const desk = useAnswer('/api/rounds/{id}/desk', { id })
  return (
    <Page title={desk.data?.title ?? t('title')} back="/workbench/rounds">
      {desk.isPending && <Skeleton count={5} />}
      {desk.isError && <ErrorState error={desk.error} onRetry={() => void desk.refetch()} />}
      {desk.data !== undefined && <Loaded desk={desk.data} />}
    </Page>
  )
}

function Loaded({ desk }: { desk: RoundDesk }) {
  const t = useT(roundDeskMessages)
  const format = useFormat()
  const { session } = useSession()
  const unit = useT(roundMessages)(`unit_${desk.priceUnit}`)
  const weight = (grams: number) => format.weight(grams, desk.priceUnit)
  return (
    <>
      <Stats>
        <Stat label={t('called')} value={format.number(desk.calledCount)} />
        <Stat label={t('came')} value={format.number(desk.cameCount)} />
        <Stat label={t('taken')} value={weight(desk.takenGrams)} unit={unit} />
        <Stat label={t('brought')} value={weight(desk.broughtGrams)} unit={unit} />
      </Stats>
      {desk.disputedCount > 0 && (
        <Notice kind="waiting">{`${t('disputed')}: ${desk.disputedCount}`}</Notice>
      )}
      <RoundFacts round={desk} />
      <Queue desk={desk} />
      {hasRole(session, ['committee']) && <CloseRound desk={desk} />}
      {desk.state === 'closed' && <Settlements desk={desk} />}
    </>
  )
}

function Queue({ desk: { roundId: id, priceUnit } }: { desk: RoundDesk }) {
  const t = useT(roundDeskMessages)
  const amount = useAmount(priceUnit)
  const format = useFormat()
  const doorOf = useDoor()
  const slots = usePages('/api/rounds/{id}/slots', { id })
  return (
    <Section title={t('queue')}>
      <Paged pages={slots} empty={<p className="soft">{t('noQueue')}</p>}>
        {(items) => (
          <List label={t('queue')}>
            {items.map((slot) => (
              <ListRow
                key={slot.householdId}
                lead={String(slot.place)}
                numbered
                title={slot.headName ?? doorOf(slot)}
                note={`${format.when(slot.comesAt)} · ${doorOf(slot)}`}
                value={format.weight(slot.broughtGrams, priceUnit)}
                end={`/ ${amount(slot.takenGrams)}`}
                to={`/workbench/rounds/${id}/growers/${slot.householdId}`}
              />
            ))}
          </List>
        )}
      </Paged>
    </Section>
  )
}

function CloseRound({ desk: { roundId: id, canClose } }: { desk: RoundDesk }) {
  const t = useT(roundDeskMessages)
  const close = useCommand((_: null, idempotencyKey) =>
    post('/api/rounds/{id}/close', { id }, undefined, { idempotencyKey }),
  )
  if (close.isSuccess) {
    const { cameCount, missedCount } = close.data
    const counts = { came: String(cameCount), missed: String(missedCount) }
    return <Notice kind="done">{t('closed', counts)}</Notice>
  }
  if (!canClose.ok) return null
  return (
    <>
      <ProblemNotice error={close.error} />
      <ButtonRow>
        <Button busy={close.isPending} onClick={() => close.mutate(null)}>
          {t('close')}
        </Button>
      </ButtonRow>
    </>
  )
}

function Settlements({ desk: { roundId: id, settlements } }: { desk: RoundDesk }) {
  const t = useT(roundDeskMessages)
  const format = useFormat()
  const { session } = useSession()
  const propose = useCommand((_: null, idempotencyKey) =>
    post('/api/rounds/{id}/settlements', { id }, undefined, { idempotencyKey }),
  )
  return (
    <Section title={t('settlements')}>
      <List label={t('settlements')}>
        {settlements.map(({ settlementId, no, state, paidFen }) => (
          <ListRow
            key={settlementId}
            title={t('settlementNo', { no: String(no) })}
            note={t(`settlement_${state}`)}
            value={format.money(paidFen)}
            to={`/workbench/rounds/settlements/${settlementId}`}
          />
        ))}
      </List>
      <ProblemNotice error={propose.error} />
      {hasRole(session, ['committee']) && (
        <ButtonRow>
          <Button busy={propose.isPending} onClick={() => propose.mutate(null)}>
            {t('settle')}
          </Button>
        </ButtonRow>
      )}
    </Section>
  )
}
