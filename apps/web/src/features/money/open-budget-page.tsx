import type { Body } from '@azalea/client'
import { useState } from 'react'
import { post } from '../../app/api.ts'
import { useDraft } from '../../app/drafts.ts'
import { useCommand } from '../../app/use-command.ts'
import { emptyVote, voteOf, type VoteDraft } from '../../app/vote.ts'
import { VoteFields } from '../../app/vote-fields.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Finished } from '../../ui/finished.tsx'
import { Form } from '../../ui/form.tsx'
import { useT } from '../../ui/i18n.ts'
import { NumberField } from '../../ui/number-field.tsx'
import { Page } from '../../ui/page.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { moneyMessages } from './messages.ts'
import { fenOf } from './money.ts'

type Resolution = Body<'/api/budgets'>['resolution']

interface Draft extends VoteDraft {
  nameZh: string
  nameEn: string
  number: string
  what: string
  mostYuan: number | null
}

const empty: Draft = {
  nameZh: '',
  nameEn: '',
  mostYuan: null,
  number: '',
  what: '',
  ...emptyVote,
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
  const resolution = resolutionOf(draft)
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
      <ProblemNotice error={open.error} />
      <Button kind="primary" submit busy={open.isPending}>
        {t('openBudget')}
      </Button>
    </Form>
  )
}

function resolutionOf({ number, what, ...vote }: Draft): Resolution | null {
  const held = voteOf(vote)
  return held === null || number.trim() === '' || what.trim() === ''
    ? null
    : { number, what, ...held }
}
