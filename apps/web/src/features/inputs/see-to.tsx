import { useState } from 'react'
import { post } from '../../app/api.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { useT } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { PhotoField } from '../../ui/photo-field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { inputMessages } from './messages.ts'
import { useWithPhoto } from '../../app/use-with-photo.ts'

const methods = ['rapid_card', 'laboratory'] as const
const outcomes = ['passed', 'failed'] as const
const marks = ['1', '2', '3'] as const
const parts = ['pests', 'weeds', 'litter'] as const

/** What a technician enters of a plot: a residue test, or how it is kept. */
export function SeeTo({ plotId }: { plotId: string }) {
  const t = useT(inputMessages)
  return (
    <Section title={t('seeTo')}>
      <details>
        <summary>{t('test')}</summary>
        <TestForm id={plotId} />
      </details>
      <details>
        <summary>{t('inspection')}</summary>
        <InspectionForm id={plotId} />
      </details>
    </Section>
  )
}

interface NewTest {
  method: (typeof methods)[number]
  outcome: (typeof outcomes)[number]
}

function TestForm({ id }: { id: string }) {
  const t = useT(inputMessages)
  const [method, setMethod] = useState<NewTest['method']>('rapid_card')
  const [outcome, setOutcome] = useState<NewTest['outcome'] | ''>('')
  const [photo, setPhoto] = useState<File | null>(null)
  const [isAsked, setAsked] = useState(false)
  const enter = useWithPhoto((body: NewTest & { photoFileId: string }, idempotencyKey) =>
    post('/api/plots/{id}/residue-tests', { id }, body, { idempotencyKey }),
  )
  const submit = () => {
    setAsked(true)
    if (outcome !== '' && photo !== null) enter.send({ method, outcome }, photo)
  }
  return (
    <Form onSubmit={submit}>
      <SelectField
        label={t('method')}
        value={method}
        options={methods.map((value) => ({ value, label: t(`method_${value}`) }))}
        onChange={setMethod}
      />
      <SelectField
        label={t('outcome')}
        placeholder={t('choose')}
        error={isAsked && outcome === '' ? t('missing') : undefined}
        value={outcome}
        options={outcomes.map((value) => ({ value, label: t(`outcome_${value}`) }))}
        onChange={setOutcome}
      />
      <PhotoEnd photo={photo} setPhoto={setPhoto} isAsked={isAsked} enter={enter} />
    </Form>
  )
}

type Mark = (typeof marks)[number]
type Form3 = Readonly<Record<(typeof parts)[number], number>>
type Draft3 = Readonly<Record<(typeof parts)[number], Mark | ''>>

function InspectionForm({ id }: { id: string }) {
  const t = useT(inputMessages)
  const [form, setForm] = useState<Draft3>({ pests: '', weeds: '', litter: '' })
  const [photo, setPhoto] = useState<File | null>(null)
  const [isAsked, setAsked] = useState(false)
  const enter = useWithPhoto((body: Form3 & { photoFileId: string }, idempotencyKey) =>
    post('/api/plots/{id}/inspections', { id }, body, { idempotencyKey }),
  )
  const submit = () => {
    setAsked(true)
    const { pests, weeds, litter } = form
    if (photo === null || pests === '' || weeds === '' || litter === '') return
    enter.send({ pests: Number(pests), weeds: Number(weeds), litter: Number(litter) }, photo)
  }
  return (
    <Form onSubmit={submit}>
      {parts.map((part) => (
        <SelectField
          key={part}
          label={t(part)}
          placeholder={t('choose')}
          error={isAsked && form[part] === '' ? t('missing') : undefined}
          value={form[part]}
          options={marks.map((value) => ({ value, label: t(`mark_${value}`) }))}
          onChange={(value) => setForm((before) => ({ ...before, [part]: value }))}
        />
      ))}
      <PhotoEnd photo={photo} setPhoto={setPhoto} isAsked={isAsked} enter={enter} />
    </Form>
  )
}

function PhotoEnd({
  photo,
  setPhoto,
  isAsked,
  enter,
}: {
  photo: File | null
  setPhoto: (photo: File | null) => void
  isAsked: boolean
  enter: { error: Error | null; busy: boolean; isDone: boolean }
}) {
  const t = useT(inputMessages)
  return (
    <>
      <PhotoField
        label={t('photo')}
        error={isAsked && photo === null ? t('photoMissing') : undefined}
        value={photo}
        onChange={setPhoto}
      />
      <ProblemNotice error={enter.error} />
      {enter.isDone && <Notice kind="done">{t('entered')}</Notice>}
      <Button kind="primary" submit wide busy={enter.busy}>
        {t('enter')}
      </Button>
    </>
  )
}
