import { civilDay, type Body } from '@azalea/client'
import { checkResolution, type Resolution } from '@azalea/scoring'
import { useState } from 'react'
import { post } from '../../app/api.ts'
import { useDraft } from '../../app/drafts.ts'
import { serverNow } from '../../app/server-clock.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Finished } from '../../ui/finished.tsx'
import { Form } from '../../ui/form.tsx'
import { useT } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Page } from '../../ui/page.tsx'
import { useLanguage } from '../../ui/settings.ts'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { VerdictChoice } from '../../ui/verdict-choice.tsx'
import { moneyMessages } from './messages.ts'
import { fenOf } from './money.ts'

type Vote = Body<'/api/budgets'>['resolution']
type Meeting = Resolution['body']
const meetings = ['adults', 'households', 'delegates'] as const satisfies readonly Meeting[]
const counts = ['eligible', 'present', 'for', 'against'] as const

interface Draft extends Record<(typeof counts)[number] | 'mostYuan', number | null> {
  nameZh: string
  nameEn: string
  number: string
  what: string
  body: Meeting | null
  date: string | null
}

const empty: Draft = {
  nameZh: '',
  nameEn: '',
  mostYuan: null,
  number: '',
  what: '',
  body: null,
  date: null,
  eligible: null,
  present: null,
  for: null,
  against: null,
}

/** Enters what the village voted: how much at most, for what, by which vote. */
export function OpenBudgetPage() {
  const t = useT(moneyMessages)
  const [isDone, setDone] = useState(false)
  return (
    <Page title={t('newBudget')} back="/workbench/money" step={isDone ? 'done' : 'form'}>
      {isDone ? (
        <Finished
          words={t('budgetOpened')}
          next={
            <LinkButton kind="primary" to="/workbench/money">
              {t('toMoney')}
            </LinkButton>
          }
          more={{ label: t('newBudget'), onMore: () => setDone(false) }}
        />
      ) : (
        <BudgetForm onDone={() => setDone(true)} />
      )}
    </Page>
  )
}

function BudgetForm({ onDone }: { onDone: () => void }) {
  const t = useT(moneyMessages)
  const [draft, setDraft, clear] = useDraft<Draft>('budget', empty)
  const [isAsked, setAsked] = useState(false)
  const open = useCommand(
    (body: Body<'/api/budgets'>, idempotencyKey) =>
      post('/api/budgets', {}, body, { idempotencyKey }),
    () => {
      clear()
      onDone()
    },
  )
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const missing = (isMissing: boolean) => (isAsked && isMissing ? t('fieldMissing') : undefined)
  const resolution = voteOf(draft)
  const mostFen = fenOf(draft.mostYuan)
  const submit = () => {
    setAsked(true)
    if (resolution === null || mostFen === null || draft.nameZh.trim() === '') return
    open.mutate({ nameZh: draft.nameZh, nameEn: draft.nameEn || null, mostFen, resolution })
  }
  return (
    <Form onSubmit={submit}>
      <TextField
        label={t('budgetName')}
        error={missing(draft.nameZh.trim() === '')}
        value={draft.nameZh}
        onChange={(nameZh) => change({ nameZh })}
      />
      <TextField
        label={t('budgetNameEn')}
        optional
        value={draft.nameEn}
        onChange={(nameEn) => change({ nameEn })}
      />
      <NumberField
        label={t('most')}
        unit={t('yuan')}
        error={isAsked && mostFen === null ? t('amountWrong') : undefined}
        value={draft.mostYuan}
        onChange={(mostYuan) => change({ mostYuan })}
      />
      <TextField
        label={t('number')}
        hint={t('numberHint')}
        error={missing(draft.number.trim() === '')}
        value={draft.number}
        onChange={(number) => change({ number })}
      />
      <TextArea
        label={t('what')}
        error={missing(draft.what.trim() === '')}
        value={draft.what}
        onChange={(what) => change({ what })}
      />
      <VoteFields draft={draft} isAsked={isAsked} onChange={change} />
      {resolution !== null && <Carried vote={resolution} />}
      <ProblemNotice error={open.error} />
      <Button kind="primary" submit busy={open.isPending}>
        {t('openBudget')}
      </Button>
    </Form>
  )
}

function VoteFields({
  draft,
  isAsked,
  onChange: change,
}: {
  draft: Draft
  isAsked: boolean
  onChange: (part: Partial<Draft>) => void
}) {
  const t = useT(moneyMessages)
  const missing = (isMissing: boolean) => (isAsked && isMissing ? t('fieldMissing') : undefined)
  return (
    <>
      <VerdictChoice
        label={t('meeting')}
        value={draft.body}
        isAsked={isAsked}
        options={meetings.map((value) => ({ value, label: t(`meeting_${value}`) }))}
        onChange={(body) => change({ body })}
      />
      <DateField
        label={t('voteDate')}
        max={civilDay(serverNow())}
        error={missing(draft.date === null)}
        value={draft.date}
        onChange={(date) => change({ date })}
      />
      {counts.map((name) => (
        <NumberField
          key={name}
          whole
          label={t(`count_${name}`)}
          error={missing(draft[name] === null)}
          value={draft[name]}
          onChange={(value) => change({ [name]: value })}
        />
      ))}
    </>
  )
}

/** What the numbers mean, by the rule that the server applies too. */
function Carried({ vote }: { vote: Vote }) {
  const t = useT(moneyMessages)
  const language = useLanguage()
  const { date: heldOn, body = 'adults', eligible, present, for: votesFor, against } = vote
  const counted = { heldOn, body, eligible, present, votesFor, votesAgainst: against }
  const [problem] = checkResolution(counted)
  if (problem === undefined) return <Notice kind="done">{t('carried')}</Notice>
  return <Notice kind="waiting">{language === 'zh' ? problem.messageZh : problem.messageEn}</Notice>
}

function voteOf(draft: Draft): Vote | null {
  const { number, what, body, date, eligible, present, for: votesFor, against } = draft
  if (body === null || date === null || eligible === null || present === null) return null
  if (votesFor === null || against === null) return null
  if (number.trim() === '' || what.trim() === '') return null
  return { number, what, body, date, eligible, present, for: votesFor, against }
}
