import { useLocation } from 'wouter'
import { post } from '../../app/api.ts'
import { hasRole, useSession } from '../../app/session.tsx'
import { useAnswer } from '../../app/use-answer.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { ErrorState, ProblemNotice } from '../../ui/error-state.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { List, ListRow } from '../../ui/list.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { voucherDeskMessages } from './desk-messages.ts'
import { Kinds } from './kinds.tsx'
import { voucherKeepers } from './vouchers.ts'

/** Months to settle, kinds of vouchers, merchants. */
export function VouchersDeskPage() {
  const t = useT(voucherDeskMessages)
  const { session } = useSession()
  const keeps = hasRole(session, voucherKeepers)
  return (
    <Page title={t('title')} lead={t('lead')} back="/workbench">
      {keeps && (
        <div>
          <LinkButton to="/workbench/vouchers/for-other">{t('forOther')}</LinkButton>
        </div>
      )}
      <Months keeps={keeps} />
      <Kinds keeps={keeps} />
      <Merchants keeps={keeps} />
    </Page>
  )
}

function Months({ keeps }: { keeps: boolean }) {
  const t = useT(voucherDeskMessages)
  const format = useFormat()
  const [, goTo] = useLocation()
  const months = useAnswer('/api/voucher-settlements')
  const propose = useCommand(
    (month: string, idempotencyKey) =>
      post('/api/voucher-settlements', {}, { month }, { idempotencyKey }),
    ({ settlementId }) => goTo(`/workbench/vouchers/settlements/${settlementId}`),
  )
  const stateOf = (isOver: boolean, state: 'proposed' | 'confirmed' | 'dropped' | null) => {
    if (state === 'proposed' || state === 'confirmed') return `month_${state}` as const
    return isOver ? 'monthDue' : 'monthRuns'
  }
  return (
    <Section title={t('months')}>
      {months.isPending && <Skeleton count={2} />}
      {months.isError && <ErrorState error={months.error} onRetry={() => void months.refetch()} />}
      {months.data?.items.length === 0 && <p className="soft">{t('monthsNone')}</p>}
      <ProblemNotice error={propose.error} />
      <List label={t('months')}>
        {months.data?.items.map(
          ({ month, redemptionCount, amountFen, isOver, settlementId, state }) => (
            <ListRow
              key={month}
              title={month}
              note={
                <>
                  <StateBadge tone={state === 'confirmed' ? 'done' : 'waiting'}>
                    {t(stateOf(isOver, state))}
                  </StateBadge>
                  <span>{t('count', { count: redemptionCount })}</span>
                </>
              }
              value={format.money(amountFen)}
              {...(settlementId === null
                ? {}
                : { to: `/workbench/vouchers/settlements/${settlementId}` })}
            />
          ),
        )}
      </List>
      {keeps &&
        months.data?.items
          .filter(({ isOver, settlementId }) => isOver && settlementId === null)
          .map(({ month }) => (
            <div key={month}>
              <Button busy={propose.isPending} onClick={() => propose.mutate(month)}>
                {t('propose', { month })}
              </Button>
            </div>
          ))}
    </Section>
  )
}

function Merchants({ keeps }: { keeps: boolean }) {
  const t = useT(voucherDeskMessages)
  const merchants = useAnswer('/api/merchants')
  return (
    <Section title={t('merchants')}>
      {merchants.isPending && <Skeleton count={3} />}
      {merchants.isError && (
        <ErrorState error={merchants.error} onRetry={() => void merchants.refetch()} />
      )}
      {merchants.data?.items.length === 0 && <p className="soft">{t('merchantsNone')}</p>}
      <List label={t('merchants')}>
        {merchants.data?.items.map(({ merchantId, name, place, endedAt, people }) => (
          <ListRow
            key={merchantId}
            title={name}
            note={
              <>
                <span>{place}</span>
                <span>
                  {endedAt !== null && t('ended')}
                  {endedAt === null && people.length === 0 && t('noPeople')}
                  {people.length > 0 &&
                    t('people', {
                      names: people.map((one) => one.name ?? '–').join(t('between')),
                    })}
                </span>
              </>
            }
          />
        ))}
      </List>
      {keeps && (
        <div>
          <LinkButton to="/workbench/vouchers/merchants">{t('toMerchants')}</LinkButton>
        </div>
      )}
    </Section>
  )
}
