import { DateField } from '../../ui/date-field.tsx'
import { useT } from '../../ui/i18n.ts'
import { NumberField } from '../../ui/number-field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { planDeskMessages } from './desk-messages.ts'
import type { Crop } from './plan.ts'

export interface Sowing {
  readonly cropId: string
  readonly sowFrom: string | null
  readonly sowTo: string | null
  readonly heads: number | null
}

export const noSowing: Sowing = { cropId: '', sowFrom: null, sowTo: null, heads: null }

/** What is sent of it; null while something is missing. */
export function sownOf({ cropId, sowFrom, sowTo, heads }: Sowing, crop: Crop | undefined) {
  if (crop === undefined || sowFrom === null || sowTo === null) return null
  if (crop.yieldPer === 'mu') return { cropId, sowFrom, sowTo }
  return heads === null || heads < 1 ? null : { cropId, sowFrom, sowTo, heads }
}

/** Which crop, sown when, and of a flock how many. */
export function SowingFields({
  value,
  crops,
  isAsked,
  onChange,
}: {
  value: Sowing
  crops: readonly Crop[]
  isAsked: boolean
  onChange: (part: Partial<Sowing>) => void
}) {
  const t = useT(planDeskMessages)
  const missing = (isMissing: boolean) => (isAsked && isMissing ? t('missing') : undefined)
  const { cropId, sowFrom, sowTo, heads } = value
  const crop = crops.find((one) => one.cropId === cropId)
  return (
    <>
      <SelectField
        label={t('crop')}
        placeholder={t('choose')}
        error={missing(cropId === '')}
        value={cropId}
        options={crops.map((one) => ({ value: one.cropId, label: one.name }))}
        onChange={(chosen) => onChange({ cropId: chosen })}
      />
      <DateField
        label={t('sowFrom')}
        error={missing(sowFrom === null)}
        value={sowFrom}
        onChange={(day) => onChange({ sowFrom: day })}
      />
      <DateField
        label={t('sowTo')}
        error={missing(sowTo === null)}
        {...(sowFrom === null ? {} : { min: sowFrom })}
        value={sowTo}
        onChange={(day) => onChange({ sowTo: day })}
      />
      {crop?.yieldPer === 'head' && (
        <NumberField
          label={t('heads')}
          unit={t('headsUnit')}
          error={missing(heads === null || heads < 1)}
          value={heads}
          onChange={(count) => onChange({ heads: count })}
        />
      )}
    </>
  )
}
