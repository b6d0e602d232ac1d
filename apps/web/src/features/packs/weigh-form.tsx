import { useState } from 'react'
import { post } from '../../app/api.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Section } from '../../ui/page.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { packsMessages } from './messages.ts'
import { grades, toGrams, type ToWeigh } from './packs.ts'

/** Weighs what a grower brings of a declared harvest. */
export function WeighForm({ toWeigh }: { toWeigh: readonly ToWeigh[] }) {
  const t = useT(packsMessages)
  const [asked, setAsked] = useState(0)
  const weigh = useCommand(
    (body: { harvestId: string; grade: (typeof grades)[number]; grams: number }, idempotencyKey) =>
      post('/api/harvest-lots', {}, body, { idempotencyKey }),
    () => setAsked((count) => count + 1),
  )
  return (
    <Section title={t('toWeigh')}>
      {weigh.data !== undefined && (
        <Notice kind="done">{t('weighed', { number: weigh.data.number })}</Notice>
      )}
      {toWeigh.length === 0 ? (
        <p className="soft">{t('toWeighNone')}</p>
      ) : (
        <Fields
          key={asked}
          toWeigh={toWeigh}
          error={weigh.error}
          isBusy={weigh.isPending}
          onWeigh={weigh.mutate}
        />
      )}
    </Section>
  )
}

function Fields({
  toWeigh,
  error,
  isBusy,
  onWeigh,
}: {
  toWeigh: readonly ToWeigh[]
  error: Error | null
  isBusy: boolean
  onWeigh: (body: { harvestId: string; grade: (typeof grades)[number]; grams: number }) => void
}) {
  const t = useT(packsMessages)
  const format = useFormat()
  const [harvestId, setHarvest] = useState('')
  const [grade, setGrade] = useState<(typeof grades)[number]>('first')
  const [kg, setKg] = useState<number | null>(null)
  const [isAsked, setAsked] = useState(false)
  const missing = (isMissing: boolean) => (isAsked && isMissing ? t('missing') : undefined)
  const submit = () => {
    setAsked(true)
    if (harvestId !== '' && toGrams(kg) > 0) onWeigh({ harvestId, grade, grams: toGrams(kg) })
  }
  return (
    <Form onSubmit={submit}>
      <SelectField
        label={t('toWeigh')}
        placeholder={t('choose')}
        error={missing(harvestId === '')}
        value={harvestId}
        options={toWeigh.map((one) => ({
          value: one.harvestId,
          label: `${one.crop} · ${t('of', {
            grower: one.growerName ?? '',
            plot: one.plotLabel ?? '',
          })} · ${t('expected', { kg: format.weight(one.leftGrams) })}`,
        }))}
        onChange={setHarvest}
      />
      <SelectField
        label={t('grade')}
        value={grade}
        options={grades.map((one) => ({ value: one, label: t(one) }))}
        onChange={setGrade}
      />
      <NumberField
        label={t('net')}
        unit={t('kg')}
        error={missing(toGrams(kg) <= 0)}
        value={kg}
        onChange={setKg}
      />
      <ProblemNotice error={error} />
      <Button submit busy={isBusy}>
        {t('weigh')}
      </Button>
    </Form>
  )
}
