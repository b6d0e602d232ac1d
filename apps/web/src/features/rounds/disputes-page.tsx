import { useState } from 'react'
import { post } from '../../app/api.ts'
import { useAnswer } from '../../app/use-answer.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorState, ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { useT } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { VerdictChoice } from '../../ui/verdict-choice.tsx'
import { roundDeskMessages } from './desk-messages.ts'
import type { Disputed } from './rounds.ts'
import { WeighInWords } from './weigh-in-words.tsx'

/** Doubted weigh-ins, to be decided by somebody without a part in them. */
export function DisputesPage() {
  const t = useT(roundDeskMessages)
  const disputed = useAnswer('/api/disputed-weigh-ins')
  return (
    <Page title={t('disputes')} back="/workbench/rounds">
      {disputed.isPending && <Skeleton count={3} />}
      {disputed.isError && (
        <ErrorState error={disputed.error} onRetry={() => void disputed.refetch()} />
      )}
      {disputed.data?.items.length === 0 && <p className="soft">{t('noDisputes')}</p>}
      {disputed.data?.items.map((one) => (
        <DisputedCase key={one.weighInId} disputed={one} />
      ))}
    </Page>
  )
}

export function DisputedCase({ disputed }: { disputed: Disputed }) {
  const t = useT(roundDeskMessages)
  const { growerName, disputedByName, dispute, canDecide } = disputed
  const words = dispute?.words ?? null
  return (
    <Section title={growerName ?? t('household')}>
      <WeighInWords unit="kg" weighIn={disputed} />
      <p>{words === null ? t('causeScale') : t('said', { name: disputedByName ?? '', words })}</p>
      {canDecide.ok ? (
        <Decide weighInId={disputed.weighInId} />
      ) : (
        <Notice kind="waiting">{canDecide.sentence}</Notice>
      )}
    </Section>
  )
}

const outcomes = ['upheld', 'dismissed'] as const
type Outcome = (typeof outcomes)[number]

function Decide({ weighInId: id }: { weighInId: string }) {
  const t = useT(roundDeskMessages)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [reasons, setReasons] = useState('')
  const [isAsked, setAsked] = useState(false)
  const decide = useCommand((body: { outcome: Outcome; reasons: string }, idempotencyKey) =>
    post('/api/weigh-ins/{id}/decide', { id }, body, { idempotencyKey }),
  )
  const submit = () => {
    setAsked(true)
    if (outcome !== null && reasons.trim() !== '')
      decide.mutate({ outcome, reasons: reasons.trim() })
  }
  return (
    <Form onSubmit={submit}>
      <VerdictChoice
        label={t('decide')}
        options={outcomes.map((value) => ({ value, label: t(value) }))}
        value={outcome}
        isAsked={isAsked}
        onChange={setOutcome}
      />
      <TextArea
        label={t('reasons')}
        error={isAsked && reasons.trim() === '' ? t('missing') : undefined}
        value={reasons}
        maxLength={500}
        onChange={setReasons}
      />
      <ProblemNotice error={decide.error} />
      <Button kind="primary" submit busy={decide.isPending}>
        {t('decide')}
      </Button>
    </Form>
  )
}
