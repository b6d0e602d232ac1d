import { amountWords } from '@azalea/produce-rules'
import { useState } from 'react'
import { Link } from 'wouter'
import { post } from '../../app/api.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { PhotoField } from '../../ui/photo-field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { useLanguage } from '../../ui/settings.ts'
import { WhyNot } from '../../ui/why-not.tsx'
import { inputMessages } from './messages.ts'
import type { Asked } from './inputs.ts'
import { useWithPhoto } from '../../app/use-with-photo.ts'

const reasons = ['wait', 'not_needed', 'other_product', 'other_amount'] as const

/** What is asked, with the dose for the area; the technician answers it on the spot. */
export function AskedLine({
  asked,
  answers,
  isOwn,
  isHere = false,
}: {
  asked: Asked
  answers: boolean
  isOwn: boolean
  /** On the page of its plot. */
  isHere?: boolean
}) {
  const t = useT(inputMessages)
  const format = useFormat()
  const language = useLanguage()
  const { applicationId: id, decision, plotId, plotLabel } = asked
  const withdraw = useCommand((_: null, idempotencyKey) =>
    post('/api/applications/{id}/withdraw', { id }, undefined, { idempotencyKey }),
  )
  const dose = decision.dose
  return (
    <li className="stack list__item">
      <p>
        {!isHere && <Link href={`/plots/${plotId}/inputs`}>{plotLabel}</Link>}{' '}
        <strong>
          {asked.productName ?? asked.registrationNumber} · {amountWords(asked.amount)[language]}
        </strong>
        <br />
        <span className="soft">
          {t('askedNote', {
            name: asked.askedByName ?? '—',
            crop: asked.crop,
            area: format.number(asked.areaSquareMetres),
          })}
        </span>
        {dose !== null && (
          <>
            <br />
            {t('dose', {
              least: amountWords(dose.least)[language],
              most: amountWords(dose.most)[language],
            })}
          </>
        )}
      </p>
      {answers && <WhyNot code={asked.canApprove.code} sentence={asked.canApprove.sentence} />}
      {answers && asked.canApprove.code !== 'own_household_application' && <Answer asked={asked} />}
      {isOwn && (
        <ButtonRow>
          <Button kind="quiet" busy={withdraw.isPending} onClick={() => withdraw.mutate(null)}>
            {t('withdraw')}
          </Button>
        </ButtonRow>
      )}
      <ProblemNotice error={withdraw.error} />
    </li>
  )
}

function Answer({ asked: { applicationId: id, canApprove } }: { asked: Asked }) {
  const t = useT(inputMessages)
  const [photo, setPhoto] = useState<File | null>(null)
  const [isAsked, setAsked] = useState(false)
  const [because, setBecause] = useState<(typeof reasons)[number] | ''>('')
  const approve = useWithPhoto(({ photoFileId }: { photoFileId: string }, idempotencyKey) =>
    post('/api/applications/{id}/approve', { id }, { photoFileId }, { idempotencyKey }),
  )
  const decline = useCommand((why: (typeof reasons)[number], idempotencyKey) =>
    post('/api/applications/{id}/decline', { id }, { because: why }, { idempotencyKey }),
  )
  return (
    <>
      {canApprove.ok && (
        <>
          <PhotoField
            label={t('photo')}
            error={isAsked && photo === null ? t('photoMissing') : undefined}
            value={photo}
            onChange={setPhoto}
          />
          <Button
            kind="primary"
            busy={approve.busy}
            onClick={() => {
              setAsked(true)
              if (photo !== null) approve.send({}, photo)
            }}
          >
            {t('approve')}
          </Button>
        </>
      )}
      <ProblemNotice error={approve.error ?? decline.error} />
      <details>
        <summary>{t('decline')}</summary>
        <SelectField
          label={t('because')}
          placeholder={t('choose')}
          value={because}
          options={reasons.map((value) => ({ value, label: t(`because_${value}`) }))}
          onChange={setBecause}
        />
        <Button
          busy={decline.isPending}
          onClick={() => {
            if (because !== '') decline.mutate(because)
          }}
        >
          {t('decline')}
        </Button>
      </details>
    </>
  )
}
