import { unitMessages, type Body } from '@azalea/client'
import { useState } from 'react'
import { post } from '../../app/api.ts'
import { useDraft } from '../../app/drafts.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { useT } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Section } from '../../ui/page.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { offerUnits } from './offer.ts'
import { emptyRule, precedences, draftedRule, ruleOf, ties, type RuleDraft } from './rule-draft.ts'
import { ruleMessages } from './rule-messages.ts'

/** Draft a rule of order; what contradicts itself the server refuses in words. */
export function RuleForm() {
  const t = useT(ruleMessages)
  const [draft, setDraft, clear] = useDraft<RuleDraft>('order-rule', emptyRule)
  const [isAsked, setAsked] = useState(false)
  const save = useCommand(
    (body: Body<'/api/order-rules'>, idempotencyKey) =>
      post('/api/order-rules', {}, body, { idempotencyKey }),
    () => {
      clear()
      setAsked(false)
    },
  )
  const change = (part: Partial<RuleDraft>) => setDraft((before) => ({ ...before, ...part }))
  const { nameZh, nameEn, tie, floorPercent, partial } = draft
  const rule = ruleOf(draft)
  const isNamed = nameZh.trim() !== ''
  const submit = () => {
    setAsked(true)
    if (isNamed && rule !== null) save.mutate(draftedRule(draft, rule))
  }
  return (
    <Section title={t('ruleDraft')}>
      {save.isSuccess && <Notice kind="done">{t('ruleDrafted')}</Notice>}
      <Form onSubmit={submit}>
        <TextField
          label={t('ruleName')}
          error={isAsked && !isNamed ? t('fieldMissing') : undefined}
          value={nameZh}
          maxLength={40}
          onChange={(next) => change({ nameZh: next })}
        />
        <TextField
          label={t('ruleNameEn')}
          optional
          value={nameEn}
          maxLength={80}
          onChange={(next) => change({ nameEn: next })}
        />
        <PrecedenceFields draft={draft} change={change} />
        <SelectField
          label={t('ties')}
          value={tie}
          options={ties.map((value) => ({ value, label: t(`tie_${value}`) }))}
          onChange={(next) => change({ tie: next })}
        />
        <NumberField
          label={t('floor')}
          hint={t('floorHint')}
          unit="%"
          value={floorPercent}
          onChange={(next) => change({ floorPercent: next })}
        />
        <Checkbox
          label={t('partial')}
          hint={t('partialHint')}
          checked={partial}
          onChange={(next) => change({ partial: next })}
        />
        {isAsked && rule === null && <Notice kind="wrong">{t('ruleIncomplete')}</Notice>}
        <ProblemNotice error={save.error} />
        <Button submit wide busy={save.isPending}>
          {t('ruleSend')}
        </Button>
      </Form>
    </Section>
  )
}

function PrecedenceFields({
  draft: { by, bands, half, halfUnit },
  change,
}: {
  draft: RuleDraft
  change: (part: Partial<RuleDraft>) => void
}) {
  const t = useT(ruleMessages)
  const unitName = useT(unitMessages)
  return (
    <>
      <SelectField
        label={t('precedence')}
        value={by}
        options={precedences.map((value) => ({ value, label: t(`by_${value}`) }))}
        onChange={(next) => change({ by: next })}
      />
      {by === 'bands' && (
        <TextField
          label={t('bands')}
          hint={t('bandsHint')}
          value={bands}
          onChange={(next) => change({ bands: next })}
        />
      )}
      {by === 'honour_less_received' && (
        <>
          <NumberField
            label={t('half')}
            hint={t('halfHint')}
            unit={unitName(halfUnit)}
            value={half}
            onChange={(next) => change({ half: next })}
          />
          <SelectField
            label={t('halfUnit')}
            value={halfUnit}
            options={offerUnits.map((value) => ({ value, label: unitName(value) }))}
            onChange={(next) => change({ halfUnit: next })}
          />
        </>
      )}
    </>
  )
}
