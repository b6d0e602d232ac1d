import { useState } from 'react'
import { post } from '../../app/api.ts'
import { useWithPhoto } from '../../app/use-with-photo.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { PhotoField } from '../../ui/photo-field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { roundDeskMessages } from './desk-messages.ts'
import { roundMessages } from './messages.ts'
import { ReadScale } from './read-scale.tsx'
import type { Reading } from './scale-driver.ts'
import {
  kilograms,
  reasons,
  toGrams,
  type Grade,
  type Grower,
  type Reason,
  type RoundDesk,
  type Scale,
} from './rounds.ts'

interface Weighed {
  harvestId: string
  scaleId: string
  weighedHow: 'typed' | 'serial' | 'bluetooth'
  readingId: string | null
  grade: Grade
  grossGrams: number
  tareGrams: number
  outcome: 'accepted' | 'refused'
  because: Reason | null
  replacesId: string | null
}

interface WeighFormProps {
  round: RoundDesk
  grower: Grower
  scales: readonly Scale[]
}

/** One weigh-in, read from the scale or typed: taken, or refused with a reason. */
export function WeighForm({ round, grower, scales }: WeighFormProps) {
  const t = useT(roundDeskMessages)
  const [draft, setDraft] = useState<Draft>(() => firstOf(grower, scales))
  const [photo, setPhoto] = useState<File | null>(null)
  const [isAsked, setAsked] = useState(false)
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const enter = useWithPhoto((body: Weighed & { photoFileId: string }, idempotencyKey) =>
    post('/api/rounds/{id}/weigh-ins', { id: round.roundId }, body, { idempotencyKey }),
  )
  const missing = (isMissing: boolean) => (isAsked && isMissing ? t('missing') : undefined)
  const submit = () => {
    setAsked(true)
    const weighed = weighedOf(draft)
    if (weighed !== null && photo !== null) enter.send(weighed, photo)
  }
  return (
    <Form onSubmit={submit}>
      <WhatFields draft={draft} change={change} missing={missing} {...{ round, grower, scales }} />
      <WeightFields draft={draft} change={change} missing={missing} scales={scales} />
      <PhotoField
        label={t('photo')}
        error={isAsked && photo === null ? t('photoMissing') : undefined}
        value={photo}
        onChange={setPhoto}
      />
      <OutcomeFields draft={draft} change={change} missing={missing} />
      <ProblemNotice error={enter.error} />
      <Button kind="primary" submit wide busy={enter.busy}>
        {t('enter')}
      </Button>
    </Form>
  )
}

interface Draft {
  harvestId: string
  scaleId: string
  replacesId: string
  grade: Grade | ''
  grossKg: number | null
  tareKg: number | null
  /** As the scale told it itself; null: typed. */
  read: Reading | null
  weighedHow: Weighed['weighedHow']
  outcome: 'accepted' | 'refused' | ''
  because: Reason | ''
}

function firstOf({ harvests }: Grower, scales: readonly Scale[]): Draft {
  return {
    harvestId: harvests.length === 1 ? (harvests[0]?.harvestId ?? '') : '',
    scaleId: scales.find(({ canWeigh }) => canWeigh.ok)?.scaleId ?? '',
    replacesId: '',
    grade: '',
    grossKg: null,
    tareKg: 0,
    read: null,
    weighedHow: 'typed',
    outcome: '',
    because: '',
  }
}

function weighedOf(draft: Draft): Weighed | null {
  const { harvestId, scaleId, grade, grossKg, tareKg, outcome, because, replacesId } = draft
  if (harvestId === '' || scaleId === '' || grade === '' || outcome === '') return null
  if (grossKg === null || tareKg === null) return null
  if (outcome === 'refused' && because === '') return null
  const isRead = draft.read?.grams === toGrams(grossKg)
  return {
    harvestId,
    scaleId,
    grade,
    weighedHow: isRead ? draft.weighedHow : 'typed',
    readingId: isRead ? (draft.read?.readingId ?? null) : null,
    grossGrams: toGrams(grossKg),
    tareGrams: toGrams(tareKg),
    outcome,
    because: outcome === 'refused' && because !== '' ? because : null,
    replacesId: replacesId === '' ? null : replacesId,
  }
}

interface FieldsProps {
  draft: Draft
  change: (part: Partial<Draft>) => void
  missing: (isMissing: boolean) => string | undefined
}

function WhatFields({
  draft,
  change,
  missing,
  round,
  grower,
  scales,
}: FieldsProps & WeighFormProps) {
  const t = useT(roundDeskMessages)
  const say = useT(roundMessages)
  const format = useFormat()
  const kg = (grams: number) => format.weight(grams)
  const again = grower.weighIns.filter(({ isVoided, isReplaced }) => isVoided && !isReplaced)
  return (
    <>
      {again.length > 0 && (
        <SelectField
          label={t('weighTitle')}
          value={draft.replacesId}
          options={[
            { value: '', label: t('notAgain') },
            ...again.map(({ weighInId, grade, netGrams }) => ({
              value: weighInId,
              label: t('again', { grade: say(`grade_${grade}`), kg: kg(netGrams) }),
            })),
          ]}
          onChange={(replacesId) => change({ replacesId })}
        />
      )}
      <SelectField
        label={t('harvest')}
        placeholder={t('choose')}
        error={missing(draft.harvestId === '')}
        value={draft.harvestId}
        options={grower.harvests.map(({ harvestId, plotLabel, on, expectedGrams }) => ({
          value: harvestId,
          label: t('harvestOf', {
            label: plotLabel,
            day: format.day(on),
            kg: kg(expectedGrams),
          }),
        }))}
        onChange={(harvestId) => change({ harvestId })}
      />
      <SelectField
        label={t('grade')}
        placeholder={t('choose')}
        error={missing(draft.grade === '')}
        value={draft.grade}
        options={round.grades.map(({ grade }) => ({ value: grade, label: say(`grade_${grade}`) }))}
        onChange={(grade) => change({ grade })}
      />
      <SelectField
        label={t('scale')}
        placeholder={t('choose')}
        error={missing(draft.scaleId === '')}
        value={draft.scaleId}
        options={scales.map(({ scaleId, name, canWeigh }) => ({
          value: scaleId,
          label: canWeigh.ok ? name : t('cannotWeigh', { name, why: canWeigh.sentence ?? '' }),
        }))}
        onChange={(scaleId) => change({ scaleId, read: null })}
      />
    </>
  )
}

function WeightFields({
  draft,
  change,
  missing,
  scales,
}: FieldsProps & { scales: readonly Scale[] }) {
  const t = useT(roundDeskMessages)
  const format = useFormat()
  const scale = scales.find(({ scaleId }) => scaleId === draft.scaleId)
  const { grossKg, tareKg } = draft
  const netKg = grossKg === null || tareKg === null ? null : grossKg - tareKg
  return (
    <>
      {scale !== undefined && scale.speaks !== 'nothing' && (
        <ReadScale
          scale={scale}
          onRead={(read, weighedHow) =>
            change({ grossKg: kilograms(read.grams), read, weighedHow })
          }
        />
      )}
      <NumberField
        label={t('gross')}
        unit={t('kg')}
        error={missing(grossKg === null)}
        value={grossKg}
        onChange={(value) => change({ grossKg: value })}
      />
      <NumberField
        label={t('tare')}
        unit={t('kg')}
        error={missing(tareKg === null)}
        value={tareKg}
        onChange={(value) => change({ tareKg: value })}
      />
      {netKg !== null && netKg > 0 && (
        <Notice kind="info">{t('netIs', { kg: format.weight(toGrams(netKg)) })}</Notice>
      )}
    </>
  )
}

function OutcomeFields({ draft, change, missing }: FieldsProps) {
  const t = useT(roundDeskMessages)
  const say = useT(roundMessages)
  return (
    <>
      <SelectField
        label={t('outcome')}
        placeholder={t('choose')}
        error={missing(draft.outcome === '')}
        value={draft.outcome}
        options={[
          { value: 'accepted' as const, label: t('accept') },
          { value: 'refused' as const, label: t('refuse') },
        ]}
        onChange={(outcome) => change({ outcome })}
      />
      {draft.outcome === 'refused' && (
        <SelectField
          label={t('because')}
          placeholder={t('choose')}
          error={missing(draft.because === '')}
          value={draft.because}
          options={reasons.map((value) => ({ value, label: say(`because_${value}`) }))}
          onChange={(because) => change({ because })}
        />
      )}
    </>
  )
}
