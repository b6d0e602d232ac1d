import { useState, type ReactNode } from 'react'
import { apiPost } from '../../app/api.ts'
import { useDraft } from '../../app/drafts.ts'
import { useT } from '../../app/i18n.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { Section } from '../../ui/page.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import type { BreachReport, Outcome } from './breach-report.ts'
import { reportsMessages } from './messages.ts'
import { noRule, RuleFields, ruleOf } from './rule-fields.tsx'

const outcomes: readonly Outcome[] = ['dismissed', 'upheld']

/** The committee's decision. */
export function DecideForm({ report }: { report: BreachReport }) {
  const t = useT(reportsMessages)
  const [outcome, setOutcome] = useState<Outcome>('dismissed')
  const isPost = report.about.kind === 'post'
  const will = outcome === 'upheld' && isPost ? 'will_upheldPost' : (`will_${outcome}` as const)
  return (
    <Section title={t('verdict')}>
      <Judging
        report={report}
        path="decision"
        outcome={outcome}
        needsRule={outcome === 'upheld' && !isPost}
        confirm={t(`confirm_${outcome}`)}
      >
        <Segmented
          label={t('verdict')}
          value={outcome}
          options={outcomes.map((value) => ({ value, label: t(`verdict_${value}`) }))}
          onChange={setOutcome}
        />
        <p className="soft">{t(will)}</p>
      </Judging>
    </Section>
  )
}

const answers = ['confirmed', 'changed'] as const

/** The supervisors' answer to an appeal. */
export function DecideAppealForm({ report }: { report: BreachReport }) {
  const t = useT(reportsMessages)
  const [outcome, setOutcome] = useState<(typeof answers)[number]>('confirmed')
  const before = report.outcome ?? 'dismissed'
  const isChanged = outcome === 'changed'
  return (
    <Section title={t('appealVerdict')}>
      <Judging
        report={report}
        path="appeal/decision"
        outcome={outcome}
        needsRule={isChanged && before === 'dismissed' && report.about.kind !== 'post'}
        confirm={t(`confirmAppeal_${outcome}`)}
      >
        <Segmented
          label={t('appealVerdict')}
          value={outcome}
          options={answers.map((value) => ({ value, label: t(`appeal_${value}`) }))}
          onChange={setOutcome}
        />
        <p className="soft">
          {t(isChanged ? `willAppeal_changed_${before}` : 'willAppeal_confirmed')}
        </p>
      </Judging>
    </Section>
  )
}

/** What all judgements need: the rule, if points follow, and reasons. */
function Judging({
  report: { reportId, rules },
  path,
  outcome,
  needsRule,
  confirm,
  children,
}: {
  report: BreachReport
  path: 'decision' | 'appeal/decision'
  outcome: string
  needsRule: boolean
  confirm: string
  children: ReactNode
}) {
  const t = useT(reportsMessages)
  const [chosen, setChosen] = useState(noRule)
  const [reasons, setReasons, clear] = useDraft(`report-${path}.${reportId}`, '')
  const [isAsked, setAsked] = useState(false)
  const judge = useCommand(
    (body: object, idempotencyKey) =>
      apiPost(`/api/breach-reports/${reportId}/${path}`, body, { idempotencyKey }),
    clear,
  )
  const written = reasons.trim()
  const submit = () => {
    setAsked(true)
    const rule = needsRule ? ruleOf(rules, chosen) : {}
    if (written === '' || rule === null) return
    judge.mutate({ outcome, reasons: written, ...rule })
  }
  return (
    <Form onSubmit={submit}>
      {children}
      {needsRule && (
        <RuleFields rules={rules} chosen={chosen} isAsked={isAsked} onChange={setChosen} />
      )}
      <TextArea
        label={t('reasons')}
        hint={t('reasonsHint')}
        error={isAsked && written === '' ? t('reasonsMissing') : undefined}
        value={reasons}
        maxLength={1000}
        onChange={setReasons}
      />
      <ProblemNotice error={judge.error} />
      <Button kind="primary" submit wide busy={judge.isPending}>
        {confirm}
      </Button>
    </Form>
  )
}
