import { unitMessages } from '@azalea/client'
import {
  isRatingItem,
  findItem,
  QUANTITY_PER_UNIT,
  type QuantityUnit,
  type RuleItem,
  type RuleSheet,
  wordsIn,
} from '@azalea/scoring'
import { useState } from 'react'
import { useAnswer } from '../../app/use-answer.ts'
import { post } from '../../app/api.ts'
import { useDraft } from '../../app/drafts.ts'
import { useT } from '../../ui/i18n.ts'
import { useLanguage } from '../../ui/settings.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorState, ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Section } from '../../ui/page.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { Foresight } from './foresight.tsx'
import { VerdictChoice } from '../../ui/verdict-choice.tsx'
import { objectionsMessages } from './messages.ts'
import type { Objection } from './objection.ts'

type Verdict = 'correct' | 'revoke' | 'refuse'

interface Facts {
  itemRef: string
  /** In the item's unit, as people count it. */
  amount: number | null
  leaderScore: number | null
}

interface Body {
  outcome: 'upheld' | 'refused'
  reasons: string
  correction?: { itemRef: string; quantity: number; leaderScore?: number }
}

/** The committee's answer, with the sheet by which the award was judged. */
export function AnswerForm({
  objection,
  onAnswered,
}: {
  objection: Objection
  onAnswered: () => void
}) {
  const t = useT(objectionsMessages)
  const ruleSheetId = objection.facts?.ruleSheetId ?? ''
  const sheet = useAnswer(
    '/api/rule-sheets/{id}',
    { id: ruleSheetId },
    {
      enabled: ruleSheetId !== '',
    },
  )
  return (
    <Section title={t('verdict')}>
      {sheet.isPending && <Skeleton of="text" count={4} />}
      {sheet.isError && <ErrorState error={sheet.error} onRetry={() => void sheet.refetch()} />}
      {sheet.isSuccess && (
        <Answering objection={objection} sheet={sheet.data.sheet} onAnswered={onAnswered} />
      )}
    </Section>
  )
}

const verdicts: readonly Verdict[] = ['refuse', 'correct', 'revoke']

function Answering({
  objection,
  sheet,
  onAnswered,
}: {
  objection: Objection
  sheet: RuleSheet
  onAnswered: () => void
}) {
  const t = useT(objectionsMessages)
  const { objectionId } = objection
  const [verdict, setVerdict] = useState<Verdict | null>(null)
  const [facts, setFacts] = useState(() => factsOf(objection, sheet))
  const [reasons, setReasons, clear] = useDraft(`answer.${objectionId}`, '')
  const [isAsked, setAsked] = useState(false)
  const answer = useCommand(
    (body: Body, idempotencyKey) =>
      post('/api/objections/{id}/answer', { id: objectionId }, body, { idempotencyKey }),
    () => (clear(), onAnswered()),
  )
  const written = reasons.trim()
  const correction = verdict === 'correct' ? correctionOf(facts, sheet) : undefined
  const isUnchanged = correction ? changesNothing(objection, correction) : false
  const submit = () => {
    setAsked(true)
    const body = bodyOf(verdict, written, correction)
    if (body !== null) answer.mutate(body)
  }
  return (
    <Form onSubmit={submit}>
      <VerdictChoice
        label={t('verdictChoose')}
        value={verdict}
        isAsked={isAsked}
        options={verdicts.map((value) => ({ value, label: t(`verdict_${value}`) }))}
        onChange={setVerdict}
      />
      {verdict === null && <p className="soft">{t('chooseVerdict')}</p>}
      {verdict === 'refuse' && <p className="soft">{t('will_refuse')}</p>}
      {verdict === 'correct' && (
        <CorrectionFields
          sheet={sheet}
          wasRef={objection.award.itemRef}
          facts={facts}
          onChange={(part) => setFacts((before) => ({ ...before, ...part }))}
        />
      )}
      {isUnchanged && <p className="soft">{t('changeFirst')}</p>}
      {verdict !== null && verdict !== 'refuse' && correction !== null && !isUnchanged && (
        <Foresight objectionId={objectionId} correction={correction} />
      )}
      <TextArea
        label={t('reasons')}
        hint={t('reasonsHint')}
        error={isAsked && written === '' ? t('reasonsMissing') : undefined}
        value={reasons}
        maxLength={1000}
        onChange={setReasons}
      />
      <ProblemNotice error={answer.error} />
      {verdict !== null && (
        <Button kind="primary" submit wide busy={answer.isPending}>
          {t(`confirm_${verdict}`)}
        </Button>
      )}
    </Form>
  )
}

/** Null while something is missing. */
function bodyOf(
  verdict: Verdict | null,
  reasons: string,
  correction: Body['correction'] | null,
): Body | null {
  if (reasons === '' || verdict === null || correction === null) return null
  const outcome = verdict === 'refuse' ? 'refused' : 'upheld'
  return { outcome, reasons, ...(correction === undefined ? {} : { correction }) }
}

function CorrectionFields({
  sheet,
  wasRef,
  facts: { itemRef, amount, leaderScore },
  onChange,
}: {
  sheet: RuleSheet
  wasRef: string
  facts: Facts
  onChange: (part: Partial<Facts>) => void
}) {
  const t = useT(objectionsMessages)
  const unitName = useT(unitMessages)
  const language = useLanguage()
  const item = findItem(sheet, itemRef)
  const kind = findItem(sheet, wasRef)?.kind
  const choices = sheet.items.filter(
    (one) => one.ref === wasRef || (one.kind === kind && !isRatingItem(one)),
  )
  return (
    <>
      <SelectField
        label={t('item')}
        value={itemRef}
        options={choices.map(({ ref, name }) => ({ value: ref, label: wordsIn(name, language) }))}
        onChange={(next) => onChange({ itemRef: next })}
      />
      {item !== undefined && (
        <NumberField
          key={itemRef}
          label={t('amount')}
          unit={unitName(unitOf(item))}
          value={amount}
          onChange={(next) => onChange({ amount: next })}
        />
      )}
      {leaderScore !== null && (
        <SelectField
          label={t('leaderScore')}
          value={String(leaderScore)}
          options={['1', '2', '3', '4', '5'].map((value) => ({ value, label: value }))}
          onChange={(next) => onChange({ leaderScore: Number(next) })}
        />
      )}
    </>
  )
}

function factsOf({ award, facts }: Objection, sheet: RuleSheet): Facts {
  const item = findItem(sheet, award.itemRef)
  const quantity = facts?.quantity ?? 0
  return {
    itemRef: award.itemRef,
    amount: item === undefined ? quantity : quantity / QUANTITY_PER_UNIT[unitOf(item)],
    leaderScore: facts?.leaderScore ?? null,
  }
}

function changesNothing(
  { award, facts }: Objection,
  { itemRef, quantity, leaderScore }: NonNullable<Body['correction']>,
): boolean {
  const isSameScore = (leaderScore ?? null) === (facts?.leaderScore ?? null)
  return itemRef === award.itemRef && quantity === facts?.quantity && isSameScore
}

/** The correction as the server takes it; null while the amount is missing. */
function correctionOf(
  { itemRef, amount, leaderScore }: Facts,
  sheet: RuleSheet,
): Body['correction'] | null {
  const item = findItem(sheet, itemRef)
  if (item === undefined || amount === null || amount < 0) return null
  const quantity = Math.round(amount * QUANTITY_PER_UNIT[unitOf(item)])
  return { itemRef, quantity, ...(leaderScore === null ? {} : { leaderScore }) }
}

function unitOf({ base }: RuleItem): QuantityUnit {
  return base.kind === 'fixed' ? 'time' : base.unit
}
