import { civilDay, type Body } from '@azalea/client'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { post } from '../../app/api.ts'
import { serverNow } from '../../app/server-clock.ts'
import { useAnswer } from '../../app/use-answer.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { ErrorState, ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Page } from '../../ui/page.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { moneyMessages } from './messages.ts'
import { fenOf, type Budget } from './money.ts'

/** A pool of a budget, to be shared by points: everybody's share is shown before anything is paid. */
export function ProposePage() {
  const t = useT(moneyMessages)
  const budgets = useAnswer('/api/budgets')
  const open = budgets.data?.items.filter(({ leftFen }) => leftFen > 0) ?? []
  return (
    <Page title={t('proposeTitle')} lead={t('proposeLead')} back="/workbench/money">
      {budgets.isPending && <Skeleton count={4} />}
      {budgets.isError && (
        <ErrorState error={budgets.error} onRetry={() => void budgets.refetch()} />
      )}
      {budgets.isSuccess && open.length === 0 && (
        <Notice
          kind="waiting"
          actions={<LinkButton to="/workbench/money/budgets/new">{t('newBudget')}</LinkButton>}
        >
          {t('fromBudgetNone')}
        </Notice>
      )}
      {open.length > 0 && <ProposalForm budgets={open} />}
    </Page>
  )
}

function ProposalForm({ budgets }: { budgets: readonly Budget[] }) {
  const t = useT(moneyMessages)
  const format = useFormat()
  const [, goTo] = useLocation()
  const [titleZh, setTitleZh] = useState('')
  const [titleEn, setTitleEn] = useState('')
  const [budgetId, setBudgetId] = useState('')
  const [poolYuan, setPoolYuan] = useState<number | null>(null)
  const [since, setSince] = useState<string | null>(null)
  const [until, setUntil] = useState<string | null>(null)
  const [isAsked, setAsked] = useState(false)
  const propose = useCommand(
    (body: Body<'/api/year-ends'>, idempotencyKey) =>
      post('/api/year-ends', {}, body, { idempotencyKey }),
    ({ yearEndId }) => goTo(`/workbench/money/year-ends/${yearEndId}`),
  )
  const budget = budgets.find((one) => one.budgetId === budgetId)
  const poolFen = fenOf(poolYuan)
  const poolError = () => {
    if (isAsked && poolFen === null) return t('amountWrong')
    if (budget === undefined || poolFen === null || poolFen <= budget.leftFen) return undefined
    return t('poolAbove', { left: format.money(budget.leftFen) })
  }
  const missing = (isMissing: boolean) => (isAsked && isMissing ? t('fieldMissing') : undefined)
  const submit = () => {
    setAsked(true)
    if (titleZh.trim() === '' || budget === undefined || poolFen === null || until === null) return
    if (poolFen > budget.leftFen) return
    propose.mutate({ titleZh, titleEn: titleEn || null, budgetId, poolFen, since, until })
  }
  return (
    <Form onSubmit={submit}>
      <TextField
        label={t('yearEndName')}
        error={missing(titleZh.trim() === '')}
        value={titleZh}
        onChange={setTitleZh}
      />
      <TextField label={t('yearEndNameEn')} optional value={titleEn} onChange={setTitleEn} />
      <SelectField
        label={t('fromBudget')}
        placeholder={t('budgetChoose')}
        error={missing(budget === undefined)}
        value={budgetId}
        options={budgets.map(({ budgetId: value, name, leftFen }) => ({
          value,
          label: t('budgetLeft', { name, left: format.money(leftFen) }),
        }))}
        onChange={setBudgetId}
      />
      <NumberField
        label={t('pool')}
        unit={t('yuan')}
        error={poolError()}
        value={poolYuan}
        onChange={setPoolYuan}
      />
      <PeriodFields {...{ since, setSince, until, setUntil, isAsked }} />
      <ProblemNotice error={propose.error} />
      <Button kind="primary" submit busy={propose.isPending}>
        {t('proposeSend')}
      </Button>
    </Form>
  )
}

function PeriodFields({
  since,
  setSince,
  until,
  setUntil,
  isAsked,
}: {
  since: string | null
  setSince: (day: string | null) => void
  until: string | null
  setUntil: (day: string | null) => void
  isAsked: boolean
}) {
  const t = useT(moneyMessages)
  const today = civilDay(serverNow())
  return (
    <>
      <DateField
        label={t('since')}
        hint={t('sinceHint')}
        optional
        max={today}
        value={since}
        onChange={setSince}
      />
      <DateField
        label={t('until')}
        hint={t('untilHint')}
        max={today}
        error={isAsked && until === null ? t('fieldMissing') : undefined}
        value={until}
        onChange={setUntil}
      />
    </>
  )
}
