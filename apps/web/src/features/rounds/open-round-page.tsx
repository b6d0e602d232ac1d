import { useState } from 'react'
import { post } from '../../app/api.ts'
import { useAnswer } from '../../app/use-answer.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { DateTimeField } from '../../ui/date-field.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { useT } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Page } from '../../ui/page.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { roundDeskMessages } from './desk-messages.ts'
import { bodyOf, emptyRound, type DraftRound } from './draft-round.ts'
import { roundMessages } from './messages.ts'
import { grades } from './rounds.ts'

/** Opens a buying round: somebody of another household publishes its offer. */
export function OpenRoundPage() {
  const t = useT(roundDeskMessages)
  const [draft, setDraft] = useState<DraftRound>(emptyRound)
  const [isAsked, setAsked] = useState(false)
  const open = useCommand((body: NonNullable<ReturnType<typeof bodyOf>>, idempotencyKey) =>
    post('/api/rounds', {}, body, { idempotencyKey }),
  )
  const change = (part: Partial<DraftRound>) => setDraft((before) => ({ ...before, ...part }))
  const missing = (isMissing: boolean) => (isAsked && isMissing ? t('missing') : undefined)
  const submit = () => {
    setAsked(true)
    const body = bodyOf(draft, new Date())
    if (body !== null) open.mutate(body)
  }
  if (open.isSuccess)
    return (
      <Page title={t('openTitle')} back="/workbench/rounds">
        <Notice
          kind="done"
          actions={<LinkButton to="/workbench/offers">{t('toOffers')}</LinkButton>}
        >
          {t('saved')}
        </Notice>
      </Page>
    )
  return (
    <Page title={t('openTitle')} lead={t('openHint')} back="/workbench/rounds">
      <Form onSubmit={submit}>
        <WordFields draft={draft} change={change} missing={missing} />
        <PriceFields draft={draft} change={change} missing={missing} />
        <TermFields draft={draft} change={change} missing={missing} />
        <TimeFields draft={draft} change={change} missing={missing} />
        <ProblemNotice error={open.error} />
        <Button kind="primary" submit wide busy={open.isPending}>
          {t('save')}
        </Button>
      </Form>
    </Page>
  )
}

interface FieldsProps {
  draft: DraftRound
  change: (part: Partial<DraftRound>) => void
  missing: (isMissing: boolean) => string | undefined
}

function WordFields({ draft, change, missing }: FieldsProps) {
  const t = useT(roundDeskMessages)
  return (
    <>
      <TextField
        label={t('titleZh')}
        error={missing(draft.titleZh.trim() === '')}
        value={draft.titleZh}
        maxLength={60}
        onChange={(titleZh) => change({ titleZh })}
      />
      <TextField
        label={t('titleEn')}
        optional
        value={draft.titleEn}
        maxLength={120}
        onChange={(titleEn) => change({ titleEn })}
      />
      <TextArea
        label={t('wordsZh')}
        error={missing(draft.wordsZh.trim() === '')}
        value={draft.wordsZh}
        maxLength={600}
        onChange={(wordsZh) => change({ wordsZh })}
      />
      <TextField
        label={t('crop')}
        error={missing(draft.crop.trim() === '')}
        value={draft.crop}
        maxLength={40}
        onChange={(crop) => change({ crop })}
      />
    </>
  )
}

function PriceFields({ draft, change, missing }: FieldsProps) {
  const t = useT(roundDeskMessages)
  const say = useT(roundMessages)
  const isPriced = grades.some((grade) => draft.yuan[grade] !== null)
  return (
    <>
      <SelectField
        label={t('priceUnit')}
        value={draft.priceUnit}
        options={(['jin', 'kg'] as const).map((value) => ({ value, label: t(value) }))}
        onChange={(priceUnit) => change({ priceUnit })}
      />
      {grades.map((grade) => (
        <NumberField
          key={grade}
          label={t('priceOf', { grade: say(`grade_${grade}`) })}
          optional={grade !== 'first'}
          error={grade === 'first' ? missing(!isPriced) : undefined}
          value={draft.yuan[grade]}
          onChange={(value) => change({ yuan: { ...draft.yuan, [grade]: value } })}
        />
      ))}
      <TextField
        label={t('deductionName')}
        optional
        value={draft.deductionName}
        maxLength={40}
        onChange={(deductionName) => change({ deductionName })}
      />
      {draft.deductionName.trim() !== '' && (
        <NumberField
          label={t('deductionPermille')}
          whole
          error={missing(draft.permille === null)}
          value={draft.permille}
          onChange={(permille) => change({ permille })}
        />
      )}
    </>
  )
}

function TermFields({ draft, change, missing }: FieldsProps) {
  const t = useT(roundDeskMessages)
  const rules = useAnswer('/api/order-rules')
  const budgets = useAnswer('/api/budgets')
  return (
    <>
      {(['wanted', 'most'] as const).map((name) => (
        <NumberField
          key={name}
          label={t(name)}
          error={missing(draft[name] === null)}
          value={draft[name]}
          onChange={(value) => change({ [name]: value })}
        />
      ))}
      <TextField
        label={t('point')}
        error={missing(draft.point.trim() === '')}
        value={draft.point}
        maxLength={60}
        onChange={(point) => change({ point })}
      />
      <SelectField
        label={t('orderRule')}
        placeholder={t('choose')}
        error={missing(draft.orderRuleId === '')}
        value={draft.orderRuleId}
        options={(rules.data?.items ?? [])
          .filter(({ state }) => state === 'adopted')
          .map(({ orderRuleId, name }) => ({ value: orderRuleId, label: name }))}
        onChange={(orderRuleId) => change({ orderRuleId })}
      />
      <SelectField
        label={t('budget')}
        placeholder={t('choose')}
        error={missing(draft.budgetId === '')}
        value={draft.budgetId}
        options={(budgets.data?.items ?? [])
          .filter(({ closedAt }) => closedAt === null)
          .map(({ budgetId, name }) => ({ value: budgetId, label: name }))}
        onChange={(budgetId) => change({ budgetId })}
      />
    </>
  )
}

function TimeFields({ draft, change, missing }: FieldsProps) {
  const t = useT(roundDeskMessages)
  return (
    <>
      {(['closesAt', 'beginsAt', 'endsAt'] as const).map((name) => (
        <DateTimeField
          key={name}
          label={t(name)}
          error={missing(draft[name] === null)}
          value={draft[name]}
          onChange={(value) => change({ [name]: value })}
        />
      ))}
      <NumberField
        label={t('minutesEach')}
        whole
        error={missing(draft.minutesEach === null)}
        value={draft.minutesEach}
        onChange={(minutesEach) => change({ minutesEach })}
      />
    </>
  )
}
