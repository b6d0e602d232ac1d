import { civilDay } from '@azalea/client'
import { CoinsIcon } from '@phosphor-icons/react/dist/csr/Coins'
import { post } from '../../app/api.ts'
import { hasRole, useSession } from '../../app/session.tsx'
import { useAnswer } from '../../app/use-answer.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState, ProblemNotice } from '../../ui/error-state.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { List, ListRow } from '../../ui/list.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { moneyMessages } from './messages.ts'
import { payers, yearEndTones, type Budget, type PaymentRun } from './money.ts'

/** What the village voted, what was shared of it by points, and what was paid. */
export function MoneyPage() {
  const t = useT(moneyMessages)
  return (
    <Page title={t('title')} lead={t('lead')} back="/workbench">
      <Budgets />
      <YearEnds />
      <Payments />
    </Page>
  )
}

function usePays(): boolean {
  return hasRole(useSession().session, payers)
}

function Budgets() {
  const t = useT(moneyMessages)
  const pays = usePays()
  const budgets = useAnswer('/api/budgets')
  return (
    <Section
      title={t('budgets')}
      aside={
        pays && (
          <LinkButton kind="quiet" to="/workbench/money/budgets/new">
            {t('newBudget')}
          </LinkButton>
        )
      }
    >
      {budgets.isPending && <Skeleton count={2} />}
      {budgets.isError && (
        <ErrorState error={budgets.error} onRetry={() => void budgets.refetch()} />
      )}
      {budgets.data?.items.length === 0 && (
        <EmptyState icon={CoinsIcon} title={t('budgetsNone')} hint={t('budgetsNoneHint')} />
      )}
      {budgets.isSuccess && budgets.data.items.length > 0 && (
        <List label={t('budgets')}>
          {budgets.data.items.map((budget) => (
            <BudgetRow key={budget.budgetId} budget={budget} />
          ))}
        </List>
      )}
    </Section>
  )
}

function BudgetRow({ budget }: { budget: Budget }) {
  const t = useT(moneyMessages)
  const format = useFormat()
  const pays = usePays()
  const { budgetId, name, resolution, mostFen, spentFen, heldFen, leftFen, closedAt } = budget
  const close = useCommand((_: null, idempotencyKey) =>
    post('/api/budgets/{id}/close', { id: budgetId }, undefined, { idempotencyKey }),
  )
  const { number, what, date } = resolution
  const use = {
    most: format.money(mostFen),
    spent: format.money(spentFen),
    held: format.money(heldFen),
  }
  return (
    <ListRow
      title={name}
      note={
        <>
          <span>{t('budgetNote', { day: format.day(date), number, what })}</span>
          <span>{t('budgetUse', use)}</span>
          {pays && closedAt === null && (
            <details>
              <summary>{t('close')}</summary>
              <p>{t('closeHint')}</p>
              <Button
                kind="quiet"
                busy={close.isPending}
                label={t('closeOf', { name })}
                onClick={() => close.mutate(null)}
              >
                {t('close')}
              </Button>
            </details>
          )}
          <ProblemNotice error={close.error} />
        </>
      }
      value={closedAt === null ? format.money(leftFen) : undefined}
      end={
        closedAt === null ? (
          <span className="soft small">{t('leftIs')}</span>
        ) : (
          <StateBadge tone="past">{t('closed')}</StateBadge>
        )
      }
    />
  )
}

function YearEnds() {
  const t = useT(moneyMessages)
  const format = useFormat()
  const pays = usePays()
  const found = useAnswer('/api/year-ends')
  return (
    <Section
      title={t('yearEnds')}
      aside={
        pays && (
          <LinkButton kind="quiet" to="/workbench/money/year-ends/new">
            {t('propose')}
          </LinkButton>
        )
      }
    >
      {found.isPending && <Skeleton count={2} />}
      {found.isError && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.data?.items.length === 0 && (
        <EmptyState icon={CoinsIcon} title={t('yearEndsNone')} hint={t('yearEndsNoneHint')} />
      )}
      {found.isSuccess && found.data.items.length > 0 && (
        <List label={t('yearEnds')}>
          {found.data.items.map((one) => (
            <ListRow
              key={one.yearEndId}
              title={one.title}
              note={t('pointsThrough', { day: format.day(one.through) })}
              value={format.money(one.poolFen)}
              end={
                <StateBadge tone={yearEndTones[one.state]}>{t(`state_${one.state}`)}</StateBadge>
              }
              to={`/workbench/money/year-ends/${one.yearEndId}`}
            />
          ))}
        </List>
      )}
    </Section>
  )
}

function Payments() {
  const t = useT(moneyMessages)
  const runs = useAnswer('/api/payment-runs')
  return (
    <Section title={t('payments')}>
      {runs.isPending && <Skeleton count={2} />}
      {runs.isError && <ErrorState error={runs.error} onRetry={() => void runs.refetch()} />}
      {runs.data?.items.length === 0 && (
        <EmptyState icon={CoinsIcon} title={t('paymentsNone')} hint={t('paymentsNoneHint')} />
      )}
      {runs.isSuccess && runs.data.items.length > 0 && (
        <List label={t('payments')}>
          {runs.data.items.map((run) => (
            <RunRow key={run.runId} run={run} />
          ))}
        </List>
      )}
    </Section>
  )
}

function RunRow({ run }: { run: PaymentRun }) {
  const t = useT(moneyMessages)
  const format = useFormat()
  const { runId, title, means, orderedAt, paymentCount, totalFen, paidCount, failedCount } = run
  return (
    <ListRow
      title={`${title} · ${t(`means_${means}`)}`}
      note={
        <>
          <span>{t('runNote', { day: format.day(civilDay(orderedAt)), count: paymentCount })}</span>
          {run.correctsRunId !== null && <span>{t('isCorrection')}</span>}
        </>
      }
      value={format.money(totalFen)}
      end={<RunBadge {...{ paymentCount, paidCount, failedCount }} />}
      to={`/workbench/money/payments/${runId}`}
    />
  )
}

function RunBadge({
  paymentCount,
  paidCount,
  failedCount,
}: Pick<PaymentRun, 'paymentCount' | 'paidCount' | 'failedCount'>) {
  const t = useT(moneyMessages)
  if (failedCount > 0)
    return <StateBadge tone="wrong">{t('runFailed', { count: failedCount })}</StateBadge>
  if (paidCount === paymentCount) return <StateBadge tone="done">{t('allPaid')}</StateBadge>
  if (paidCount === 0) return <StateBadge tone="waiting">{t('payment_pending')}</StateBadge>
  return <StateBadge tone="waiting">{t('runPaid', { count: paidCount })}</StateBadge>
}
