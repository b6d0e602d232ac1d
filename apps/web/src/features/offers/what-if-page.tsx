import { unitMessages } from '@azalea/client'
import { useState } from 'react'
import { useAnswer } from '../../app/use-answer.ts'
import { useAddress } from '../../ui/address.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { useT } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { offersMessages } from './messages.ts'
import { offerKinds, offerUnits, type OrderRuleView } from './offer.ts'
import { Comparison } from './what-if-comparison.tsx'
import { whatIfMessages } from './what-if-messages.ts'

const MOST_RULES = 3

/** The past year's claims under other rules, before one is adopted or an offer published. */
export function WhatIfPage() {
  const t = useT(whatIfMessages)
  const rules = useAnswer('/api/order-rules')
  return (
    <Page wide title={t('title')} lead={t('lead')} back="/workbench/order-rules">
      {rules.isPending && <Skeleton count={3} />}
      {rules.isError && <ErrorState error={rules.error} onRetry={() => void rules.refetch()} />}
      {rules.data?.items.length === 0 && (
        <Notice actions={<LinkButton to="/workbench/order-rules">{t('toRules')}</LinkButton>}>
          {t('rulesNone')}
        </Notice>
      )}
      {rules.isSuccess && rules.data.items.length > 0 && <Chosen rules={rules.data.items} />}
    </Page>
  )
}

/** What is compared stands in the address: it can be passed on before a meeting. */
function Chosen({ rules }: { rules: readonly OrderRuleView[] }) {
  const address = useAddress()
  const kind = offerKinds.find((one) => one === address.get('kind')) ?? 'produce_sale'
  const unit = offerUnits.find((one) => one === address.get('unit')) ?? 'kg'
  const ids = (address.get('rules') ?? '').split(',').filter((id) => id !== '')
  const chosen = ids.filter((id) => rules.some(({ orderRuleId }) => orderRuleId === id))
  const answer = useAnswer(
    '/api/order-rules/what-if',
    { kind, unit, rules: chosen.join(',') },
    { enabled: chosen.length > 0 },
  )
  return (
    <>
      <ChoiceForm rules={rules} kind={kind} unit={unit} chosen={chosen} />
      {chosen.length > 0 && answer.isPending && <Skeleton count={5} />}
      {answer.isError && <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />}
      {chosen.length > 0 && answer.isSuccess && <Comparison whatIf={answer.data} />}
    </>
  )
}

function ChoiceForm({
  rules,
  ...asked
}: {
  rules: readonly OrderRuleView[]
  kind: (typeof offerKinds)[number]
  unit: (typeof offerUnits)[number]
  chosen: readonly string[]
}) {
  const t = useT(whatIfMessages)
  const tell = useT(offersMessages)
  const unitName = useT(unitMessages)
  const address = useAddress()
  const [kind, setKind] = useState(asked.kind)
  const [unit, setUnit] = useState(asked.unit)
  const [ids, setIds] = useState(asked.chosen)
  const [isAsked, setAsked] = useState(false)
  const submit = () => {
    setAsked(true)
    if (ids.length > 0) address.set({ kind, unit, rules: ids.join(',') })
  }
  return (
    <Form onSubmit={submit}>
      <SelectField
        label={t('kind')}
        value={kind}
        options={offerKinds.map((value) => ({ value, label: tell(`kind_${value}`) }))}
        onChange={setKind}
      />
      <SelectField
        label={t('unit')}
        value={unit}
        options={offerUnits.map((value) => ({ value, label: unitName(value) }))}
        onChange={setUnit}
      />
      <fieldset className="stack">
        <legend className="field__label">{t('rules')}</legend>
        <p className="soft small">{t('rulesHint')}</p>
        {rules.map(({ orderRuleId, name, state }) => (
          <Checkbox
            key={orderRuleId}
            label={name}
            {...(state === 'draft' ? { hint: t('draft') } : {})}
            checked={ids.includes(orderRuleId)}
            onChange={(isChosen) => setIds(toggled(ids, orderRuleId, isChosen))}
          />
        ))}
      </fieldset>
      {isAsked && ids.length === 0 && <Notice kind="wrong">{t('rulesMissing')}</Notice>}
      <Button kind="primary" submit wide>
        {t('compare')}
      </Button>
    </Form>
  )
}

/** Of more than can be compared the one chosen first goes. */
function toggled(ids: readonly string[], id: string, isChosen: boolean): readonly string[] {
  const others = ids.filter((one) => one !== id)
  return isChosen ? [...others, id].slice(-MOST_RULES) : others
}
