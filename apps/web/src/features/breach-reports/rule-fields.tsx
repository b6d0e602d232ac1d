import { unitMessages } from '@azalea/client'
import { QUANTITY_PER_UNIT, type QuantityUnit } from '@azalea/scoring'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { NumberField } from '../../ui/number-field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import type { Rule } from './breach-report.ts'
import { reportsMessages } from './messages.ts'

/** The rule that was broken, and how much of its unit where it counts one. */
export interface ChosenRule {
  itemRef: string
  amount: number | null
}

export const noRule: ChosenRule = { itemRef: '', amount: 1 }

export function RuleFields({
  rules,
  chosen,
  isAsked,
  onChange,
}: {
  rules: readonly Rule[]
  chosen: ChosenRule
  isAsked: boolean
  onChange: (chosen: ChosenRule) => void
}) {
  const t = useT(reportsMessages)
  const unitName = useT(unitMessages)
  const format = useFormat()
  const unit = unitOf(rules, chosen)
  return (
    <>
      <SelectField
        label={t('rule')}
        placeholder={t('rulePlaceholder')}
        error={isAsked && chosen.itemRef === '' ? t('ruleMissing') : undefined}
        value={chosen.itemRef}
        options={rules.map(({ ref, name, pointsHundredths }) => ({
          value: ref,
          label: t('ruleLabel', { name, points: format.signedPoints(pointsHundredths) }),
        }))}
        onChange={(itemRef) => onChange({ ...chosen, itemRef })}
      />
      {unit !== null && (
        <NumberField
          key={chosen.itemRef}
          label={t('amount')}
          unit={unitName(unit)}
          error={isAsked && chosen.amount === null ? t('amountMissing') : undefined}
          value={chosen.amount}
          onChange={(amount) => onChange({ ...chosen, amount })}
        />
      )}
    </>
  )
}

/** As the server takes it; null while something is missing. */
export function ruleOf(
  rules: readonly Rule[],
  chosen: ChosenRule,
): { itemRef: string; quantity: number } | null {
  const unit = unitOf(rules, chosen)
  if (chosen.itemRef === '') return null
  if (unit === null) return { itemRef: chosen.itemRef, quantity: 1 }
  if (chosen.amount === null || chosen.amount <= 0) return null
  return {
    itemRef: chosen.itemRef,
    quantity: Math.max(1, Math.round(chosen.amount * QUANTITY_PER_UNIT[unit])),
  }
}

function unitOf(rules: readonly Rule[], { itemRef }: ChosenRule): QuantityUnit | null {
  const unit = rules.find(({ ref }) => ref === itemRef)?.unit
  return unit !== null && unit !== undefined && unit in QUANTITY_PER_UNIT
    ? (unit as QuantityUnit)
    : null
}
