import { useState } from 'react'
import { post } from '../../app/api.ts'
import { useAnswer } from '../../app/use-answer.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { DateTimeField } from '../../ui/date-field.tsx'
import { ErrorState, ProblemNotice } from '../../ui/error-state.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Form } from '../../ui/form.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { useLanguage } from '../../ui/settings.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Span } from '../../ui/when.tsx'
import { counterMessages } from './counter-messages.ts'
import { inWords, type Counter } from './shop.ts'
import './shop.css'

/** When the shop hands over, and from which budget the village pays. */
export function MarketPage() {
  const t = useT(counterMessages)
  const counter = useAnswer('/api/shop/counter')
  return (
    <Page title={t('marketTitle')} lead={t('marketLead')} back="/workbench/shop">
      {counter.isPending && <Skeleton count={5} />}
      {counter.isError && (
        <ErrorState error={counter.error} onRetry={() => void counter.refetch()} />
      )}
      {counter.data !== undefined && (
        <>
          <Openings openings={counter.data.openings} />
          <Budgets budgets={counter.data.budgets} />
        </>
      )}
    </Page>
  )
}

function Openings({ openings }: Pick<Counter, 'openings'>) {
  const t = useT(counterMessages)
  const format = useFormat()
  const cancel = useCommand((id: string, idempotencyKey) =>
    post('/api/shop/openings/{id}/cancel', { id }, undefined, { idempotencyKey }),
  )
  return (
    <Section title={t('openings')}>
      {openings.length === 0 && <p className="soft">{t('openingsNone')}</p>}
      <ProblemNotice error={cancel.error} />
      <ul className="list" aria-label={t('openings')}>
        {openings.map(({ openingId, opensAt, closesAt }) => (
          <li key={openingId} className="good">
            <div className="good__line">
              <span className="good__words">
                <Span from={opensAt} to={closesAt} />
              </span>
              <Button
                kind="quiet"
                label={t('cancelLabel', { at: format.full(opensAt) })}
                busy={cancel.isPending}
                onClick={() => cancel.mutate(openingId)}
              >
                {t('cancel')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <Announce />
    </Section>
  )
}

function Announce() {
  const t = useT(counterMessages)
  const [opensAt, setOpensAt] = useState<string | null>(null)
  const [closesAt, setClosesAt] = useState<string | null>(null)
  const [isAsked, setAsked] = useState(false)
  const announce = useCommand(
    (body: { opensAt: string; closesAt: string }, idempotencyKey) =>
      post('/api/shop/openings', {}, body, { idempotencyKey }),
    () => {
      setOpensAt(null)
      setClosesAt(null)
      setAsked(false)
    },
  )
  const missing = (value: string | null) =>
    isAsked && value === null ? t('timesMissing') : undefined
  return (
    <Form
      onSubmit={() => {
        setAsked(true)
        if (opensAt !== null && closesAt !== null) announce.mutate({ opensAt, closesAt })
      }}
    >
      {announce.isSuccess && <Notice kind="done">{t('announced')}</Notice>}
      <DateTimeField
        label={t('opensAt')}
        error={missing(opensAt)}
        value={opensAt}
        onChange={setOpensAt}
      />
      <DateTimeField
        label={t('closesAt')}
        error={missing(closesAt)}
        value={closesAt}
        onChange={setClosesAt}
      />
      <ProblemNotice error={announce.error} />
      <Button kind="primary" submit busy={announce.isPending}>
        {t('announce')}
      </Button>
    </Form>
  )
}

function Budgets({ budgets }: Pick<Counter, 'budgets'>) {
  const t = useT(counterMessages)
  const format = useFormat()
  const language = useLanguage()
  const [budgetId, setBudgetId] = useState('')
  const choose = useCommand((id: string, idempotencyKey) =>
    post('/api/shop/budget', {}, { budgetId: id }, { idempotencyKey }),
  )
  const chosen = budgets.find(({ isShops }) => isShops)
  const others = budgets.filter(({ isShops, isClosed }) => !isShops && !isClosed)
  return (
    <Section title={t('budget')}>
      {budgets.length === 0 && <p className="soft">{t('budgetsNone')}</p>}
      {chosen !== undefined && (
        <Facts
          facts={[
            {
              label: t('budgetOf'),
              value: `${inWords(chosen.name, language)}${chosen.isClosed ? ` (${t('closed')})` : ''}`,
            },
            { label: t('most'), value: format.money(chosen.mostFen) },
            { label: t('spent'), value: format.money(chosen.spentFen) },
            { label: t('held'), value: format.money(chosen.heldFen) },
            { label: t('leftFen'), value: format.money(chosen.leftFen) },
          ]}
        />
      )}
      {choose.isSuccess && <Notice kind="done">{t('budgetChosen')}</Notice>}
      <ProblemNotice error={choose.error} />
      {others.length > 0 && (
        <Form onSubmit={() => budgetId !== '' && choose.mutate(budgetId)}>
          <SelectField
            label={t('chooseBudget')}
            placeholder={t('budgetChoose')}
            value={budgetId}
            options={others.map((one) => ({
              value: one.budgetId,
              label: `${inWords(one.name, language)} · ${format.money(one.leftFen)}`,
            }))}
            onChange={setBudgetId}
          />
          <Button submit busy={choose.isPending}>
            {t('useBudget')}
          </Button>
        </Form>
      )}
    </Section>
  )
}
