import { useState } from 'react'
import { post } from '../../app/api.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { useT } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Section } from '../../ui/page.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { inputMessages } from './messages.ts'
import type { PlotInputs } from './inputs.ts'

/** Says when the plot is harvested, and how much is expected. */
export function HarvestForm({ plot }: { plot: PlotInputs }) {
  const t = useT(inputMessages)
  const { plotId: id, grown, earliestHarvest } = plot
  const crops = [...new Set([...grown, ...plot.crops])]
  const [on, setOn] = useState<string | null>(null)
  const [crop, setCrop] = useState(grown.length === 1 ? (grown[0] ?? '') : '')
  const [kg, setKg] = useState<number | null>(null)
  const [isAsked, setAsked] = useState(false)
  const declare = useCommand(
    (body: { on: string; crop: string; expectedGrams: number }, idempotencyKey) =>
      post('/api/plots/{id}/harvests', { id }, body, { idempotencyKey }),
  )
  const missing = (isMissing: boolean) => (isAsked && isMissing ? t('missing') : undefined)
  const submit = () => {
    setAsked(true)
    const expectedGrams = Math.round((kg ?? 0) * 1000)
    if (on === null || crop === '' || expectedGrams < 1) return
    declare.mutate({ on, crop, expectedGrams })
  }
  return (
    <Section title={t('harvest')}>
      {declare.isSuccess && <Notice kind="done">{t('harvestSent')}</Notice>}
      <Form onSubmit={submit}>
        <DateField
          label={t('harvestOn')}
          {...(earliestHarvest === null ? {} : { min: earliestHarvest })}
          error={missing(on === null)}
          value={on}
          onChange={setOn}
        />
        <SelectField
          label={t('crop')}
          placeholder={t('choose')}
          error={missing(crop === '')}
          value={crop}
          options={crops.map((one) => ({ value: one, label: one }))}
          onChange={setCrop}
        />
        <NumberField
          label={t('expected')}
          unit={t('kg')}
          error={missing(kg === null || kg <= 0)}
          value={kg}
          onChange={setKg}
        />
        <ProblemNotice error={declare.error} />
        <Button submit wide busy={declare.isPending}>
          {t('harvest')}
        </Button>
      </Form>
    </Section>
  )
}
