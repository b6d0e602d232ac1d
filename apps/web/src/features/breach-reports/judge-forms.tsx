import { useState } from 'react'
import { post } from '../../app/api.ts'
import { useDraft } from '../../app/drafts.ts'
import { useT } from '../../ui/i18n.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { Section } from '../../ui/page.tsx'
import type { Option } from '../../ui/segmented.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { VerdictChoice } from '../../ui/verdict-choice.tsx'
import type { BreachReport, Outcome } from './breach-report.ts'
import { reportsMessages } from './messages.ts'
import { noRule, RuleFields, ruleOf } from './rule-fields.tsx'

const outcomes: readonly Outcome[] = ['dismissed', 'upheld']

/** The committee's decision. */
export function DecideForm({ report }: { report: BreachReport }) {
  const t = useT(reportsMessages)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const isPost = report.about.kind === 'post'
  const will =
    outcome === 'upheld' && isPost ? 'will_upheldPost' : (`will_${outcome ?? 'dismissed'}` as const)
  return (
    <Section title={t('verdict')}>
      <Judging
        report={report}
        draft="decision"
        send={(body, idempotencyKey) =>
          post('/api/breach-reports/{id}/decision', { id: report.reportId }, body, {
            idempotencyKey,
          })
        }
        label={t('isTrue')}
        options={outcomes.map((value) => ({ value, label: t(`verdict_${value}`) }))}
        outcome={outcome}
        onChange={setOutcome}
        needsRule={outcome === 'upheld' && !isPost}
        will={outcome === null ? null : t(will)}
        confirm={t(outcome === null ? 'confirm_open' : `confirm_${outcome}`)}
      />
    </Section>
  )
}

const answers = ['confirmed', 'changed'] as const

/** The supervisors' answer to an appeal. */
export function DecideAppealForm({ report }: { report: BreachReport }) {
  const t = useT(reportsMessages)
  const [outcome, setOutcome] = useState<(typeof answers)[number] | null>(null)
  const before = report.outcome ?? 'dismissed'
  const isChanged = outcome === 'changed'
  const will = isChanged ? (`willAppeal_changed_${before}` as const) : 'willAppeal_confirmed'
  return (
    <Section title={t('appealVerdict')}>
      <Judging
        report={report}
        draft="appeal/decision"
        send={(body, idempotencyKey) =>
          post('/api/breach-reports/{id}/appeal/decision', { id: report.reportId }, body, {
            idempotencyKey,
          })
        }
        label={t('isKept')}
        options={answers.map((value) => ({ value, label: t(`appeal_${value}`) }))}
        outcome={outcome}
        onChange={setOutcome}
        needsRule={isChanged && before === 'dismissed' && report.about.kind !== 'post'}
        will={outcome === null ? null : t(will)}
        confirm={t(outcome === null ? 'confirm_open' : `confirmAppeal_${outcome}`)}
      />
    </Section>
  )
}

interface Judgement<Verdict> {
  outcome: Verdict
  reasons: string
  itemRef?: string
  quantity?: number
}

/** What all judgements need: the verdict, the rule, if points follow, and reasons. */
function Judging<Verdict extends string>({
  report: { reportId, rules },
  draft,
  send,
  label,
  options,
  outcome,
  onChange,
  needsRule,
  will,
  confirm,
}: {
  report: BreachReport
  /** The name of the draft of its reasons. */
  draft: string
  send: (body: Judgement<Verdict>, idempotencyKey: string) => Promise<unknown>
  label: string
  options: readonly Option<Verdict>[]
  outcome: Verdict | null
  onChange: (outcome: Verdict) => void
  needsRule: boolean
  /** What follows from the chosen verdict; null until one is. */
  will: string | null
  confirm: string
}) {
  const t = useT(reportsMessages)
  const [chosen, setChosen] = useState(noRule)
  const [reasons, setReasons, clear] = useDraft(`report-${draft}.${reportId}`, '')
  const [isAsked, setAsked] = useState(false)
  const judge = useCommand(send, clear)
  const written = reasons.trim()
  const submit = () => {
    setAsked(true)
    const rule = needsRule ? ruleOf(rules, chosen) : {}
    if (outcome === null || written === '' || rule === null) return
    judge.mutate({ outcome, reasons: written, ...rule })
  }
  return (
    <Form onSubmit={submit}>
      <VerdictChoice
        label={label}
        options={options}
        value={outcome}
        isAsked={isAsked}
        onChange={onChange}
      />
      {will !== null && <p className="soft">{will}</p>}
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
