import { useState } from 'react'
import type { Body } from '@azalea/client'
import { post } from '../../app/api.ts'
import { useDraft } from '../../app/drafts.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { useT } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { Sentence } from '../../ui/sentence.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { VerdictChoice } from '../../ui/verdict-choice.tsx'
import { deskMessages } from './desk-messages.ts'
import type { DeskQueue } from './offer.ts'

type Objection = DeskQueue['objections'][number]
type Outcome = NonNullable<Objection['outcome']>
const outcomes = ['upheld', 'dismissed'] as const satisfies readonly Outcome[]

/** Objections to turns of a queue, and the decision of whoever may decide. */
export function TurnObjections({ objections }: { objections: readonly Objection[] }) {
  const t = useT(deskMessages)
  return (
    <Section title={t('objectionsTitle')}>
      {objections.map((one) => (
        <article key={one.objectionId} className="stack">
          <h3>{t('objectionLine', { place: one.place, name: one.objectorName ?? '–' })}</h3>
          {one.words !== null && <p>{one.words}</p>}
          {one.outcome === null ? (
            <>
              <p className="soft">
                <Sentence text={t('decideUntil')} at={one.dueOn} as="day" />
              </p>
              {one.canDecide.ok ? (
                <DecideForm objectionId={one.objectionId} />
              ) : (
                <Notice>{one.canDecide.sentence}</Notice>
              )}
            </>
          ) : (
            <Notice kind="done">
              {t(`outcome_${one.outcome}`)} {one.reasons}
            </Notice>
          )}
        </article>
      ))}
    </Section>
  )
}

function DecideForm({ objectionId }: { objectionId: string }) {
  const t = useT(deskMessages)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [reasons, setReasons, clear] = useDraft(`decide-turn.${objectionId}`, '')
  const [isAsked, setAsked] = useState(false)
  const decide = useCommand(
    (body: Body<'/api/turn-objections/{id}/decide'>, idempotencyKey) =>
      post('/api/turn-objections/{id}/decide', { id: objectionId }, body, { idempotencyKey }),
    clear,
  )
  const said = reasons.trim()
  return (
    <Form
      onSubmit={() => {
        setAsked(true)
        if (outcome !== null && said !== '') decide.mutate({ outcome, reasons: said })
      }}
    >
      <VerdictChoice
        label={t('decision')}
        value={outcome}
        isAsked={isAsked}
        options={outcomes.map((value) => ({ value, label: t(`choice_${value}`) }))}
        onChange={setOutcome}
      />
      {outcome !== null && <p className="soft">{t(`will_${outcome}`)}</p>}
      <TextArea
        label={t('reasons')}
        error={isAsked && said === '' ? t('reasonsMissing') : undefined}
        value={reasons}
        maxLength={500}
        onChange={setReasons}
      />
      <ProblemNotice error={decide.error} />
      {outcome !== null && (
        <Button kind="primary" submit busy={decide.isPending}>
          {t(`decide_${outcome}`)}
        </Button>
      )}
    </Form>
  )
}
