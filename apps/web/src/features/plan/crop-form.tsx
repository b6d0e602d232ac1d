import { useState } from 'react'
import { post } from '../../app/api.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { useT } from '../../ui/i18n.ts'
import { NumberField } from '../../ui/number-field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useLanguage } from '../../ui/settings.ts'
import { cropMessages } from './crop-messages.ts'
import { CropTasks } from './crop-tasks.tsx'
import type { Crop } from './plan.ts'
import { readSowing, sowingText } from './sowing-text.ts'

interface Draft {
  readonly kind: Crop['kind']
  readonly nameZh: string
  readonly nameEn: string
  readonly variety: string
  readonly daysToMaturity: number | null
  readonly harvestDays: number | null
  readonly sowing: string
  readonly kilograms: number | null
  readonly unit: Crop['unit']
  readonly pieceGrams: number | null
  readonly isRetired: boolean
  readonly tasks: Crop['tasks']
}

/** A crop in one variety, entered or changed. */
export function CropForm({ crop, onDone }: { crop: Crop | null; onDone: () => void }) {
  const t = useT(cropMessages)
  const to = useLanguage() === 'zh' ? '到' : 'to'
  const [draft, setDraft] = useState<Draft>(() => draftOf(crop, to))
  const [isAsked, setAsked] = useState(false)
  const keep = useCommand(
    (body: NonNullable<ReturnType<typeof bodyOf>>, idempotencyKey) =>
      post('/api/crops', {}, body, { idempotencyKey }),
    onDone,
  )
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const submit = () => {
    setAsked(true)
    const body = bodyOf(draft, crop)
    if (body !== null) keep.mutate(body)
  }
  return (
    <Form onSubmit={submit}>
      <CropNames draft={draft} isAsked={isAsked} onChange={change} />
      <CropFigures draft={draft} isAsked={isAsked} onChange={change} />
      <CropTasks tasks={draft.tasks} onChange={(tasks) => change({ tasks })} />
      {crop !== null && (
        <Checkbox
          label={t('isRetired')}
          checked={draft.isRetired}
          onChange={(isRetired) => change({ isRetired })}
        />
      )}
      <ProblemNotice error={keep.error} />
      <Button kind="primary" submit wide busy={keep.isPending}>
        {t('save')}
      </Button>
    </Form>
  )
}

interface FieldsProps {
  readonly draft: Draft
  readonly isAsked: boolean
  readonly onChange: (part: Partial<Draft>) => void
}

function CropNames({ draft, isAsked, onChange }: FieldsProps) {
  const t = useT(cropMessages)
  const missing = (isMissing: boolean) => (isAsked && isMissing ? t('missing') : undefined)
  return (
    <>
      <SelectField
        label={t('kind')}
        value={draft.kind}
        options={(['field', 'flock'] as const).map((value) => ({
          value,
          label: t(`kind_${value}`),
        }))}
        onChange={(kind) => onChange({ kind })}
      />
      <TextField
        label={t('nameZh')}
        hint={t('nameHint')}
        error={missing(draft.nameZh.trim() === '')}
        value={draft.nameZh}
        onChange={(nameZh) => onChange({ nameZh })}
      />
      <TextField
        label={t('nameEn')}
        optional
        value={draft.nameEn}
        onChange={(nameEn) => onChange({ nameEn })}
      />
      <TextField
        label={t('variety')}
        optional
        value={draft.variety}
        onChange={(variety) => onChange({ variety })}
      />
    </>
  )
}

function CropFigures({ draft, isAsked, onChange }: FieldsProps) {
  const t = useT(cropMessages)
  const missing = (isMissing: boolean) => (isAsked && isMissing ? t('missing') : undefined)
  return (
    <>
      {(['daysToMaturity', 'harvestDays'] as const).map((name) => (
        <NumberField
          key={name}
          label={t(name)}
          unit={t('days')}
          error={missing(draft[name] === null)}
          value={draft[name]}
          onChange={(days) => onChange({ [name]: days })}
        />
      ))}
      <TextField
        label={t('sowing')}
        hint={t('sowingHint')}
        error={isAsked && readSowing(draft.sowing) === null ? t('sowingWrong') : undefined}
        value={draft.sowing}
        onChange={(sowing) => onChange({ sowing })}
      />
      <NumberField
        label={t(draft.kind === 'flock' ? 'yieldHead' : 'yieldMu')}
        unit={t('kg')}
        error={missing(draft.kilograms === null)}
        value={draft.kilograms}
        onChange={(kilograms) => onChange({ kilograms })}
      />
      <SelectField
        label={t('unit')}
        value={draft.unit}
        options={(['kg', 'jin', 'piece'] as const).map((value) => ({
          value,
          label: t(`unit_${value}`),
        }))}
        onChange={(unit) => onChange({ unit })}
      />
      {draft.unit === 'piece' && (
        <NumberField
          label={t('pieceGrams')}
          unit={t('grams')}
          error={missing(draft.pieceGrams === null)}
          value={draft.pieceGrams}
          onChange={(pieceGrams) => onChange({ pieceGrams })}
        />
      )}
    </>
  )
}

function draftOf(crop: Crop | null, to: string): Draft {
  return {
    kind: crop?.kind ?? 'field',
    nameZh: crop?.nameZh ?? '',
    nameEn: crop?.nameEn ?? '',
    variety: crop?.variety ?? '',
    daysToMaturity: crop?.daysToMaturity ?? null,
    harvestDays: crop?.harvestDays ?? null,
    sowing: crop === null ? '' : sowingText(crop.sowing, to),
    kilograms: crop === null ? null : crop.yieldGrams / 1_000,
    unit: crop?.unit ?? 'kg',
    pieceGrams: crop?.pieceGrams ?? null,
    isRetired: crop?.isRetired ?? false,
    tasks: crop?.tasks ?? [],
  }
}

function bodyOf(draft: Draft, crop: Crop | null) {
  const { daysToMaturity, harvestDays, kilograms, unit, pieceGrams, kind } = draft
  const sowing = readSowing(draft.sowing)
  if (sowing === null || daysToMaturity === null || harvestDays === null) return null
  if (kilograms === null || draft.nameZh.trim() === '') return null
  if (unit === 'piece' && pieceGrams === null) return null
  return {
    ...(crop === null ? {} : { cropId: crop.cropId }),
    kind,
    nameZh: draft.nameZh,
    nameEn: draft.nameEn.trim() === '' ? null : draft.nameEn,
    variety: draft.variety.trim() === '' ? null : draft.variety,
    daysToMaturity,
    harvestDays,
    sowing,
    yieldGrams: Math.round(kilograms * 1_000),
    unit,
    pieceGrams: unit === 'piece' ? pieceGrams : null,
    isRetired: draft.isRetired,
    tasks: draft.tasks,
  }
}
