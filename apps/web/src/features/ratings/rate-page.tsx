import { isPlateCode } from '@azalea/text'
import { useState } from 'react'
import { useParams } from 'wouter'
import { useT } from '../../ui/i18n.ts'
import { type Delivery, ratingsMessages, type RatingAnswer } from '@azalea/client'
import { isServerAway } from '@azalea/client'
import { LinkButton } from '../../ui/button.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { RateForm } from './rate-form.tsx'
import { usePlate, type RatedPlate } from './rated-plate.ts'
import { RatingGiven } from './rating-given.tsx'

interface Given {
  delivery: Delivery<RatingAnswer>
  stars: number
  /** The rating whose place this one takes. */
  earlier: RatedPlate['myRating']
}

/** 我要评: stars, and words and a photo for whoever wants; then what came of it. */
export function RatePage() {
  const t = useT(ratingsMessages)
  const { code = '' } = useParams()
  const plate = usePlate(code)
  const [given, setGiven] = useState<Given | null>(null)
  const platePath = `/p/${code}`
  if (given !== null) {
    return <RatingGiven {...given} code={code} label={plate.data?.subject.label ?? code} />
  }
  if (!plate.isSuccess) {
    // The code itself tells that it was not misread; the server decides the rest when it is sent.
    const mayRateUnseen = plate.isError && isServerAway(plate.error) && isPlateCode(code)
    return (
      <Page title={mayRateUnseen ? t('titleOf', { label: code }) : t('title')} back={platePath}>
        {plate.isPending && <Skeleton count={4} />}
        {mayRateUnseen && (
          <>
            <Notice kind="waiting">{t('unseen')}</Notice>
            <RateForm
              plate={{ code, label: code, kind: null, myRating: null }}
              onGiven={(delivery, stars) => setGiven({ delivery, stars, earlier: null })}
            />
          </>
        )}
        {plate.isError && !mayRateUnseen && (
          <ErrorState error={plate.error} onRetry={() => void plate.refetch()}>
            <LinkButton to="/scan">{t('otherPlate')}</LinkButton>
          </ErrorState>
        )}
      </Page>
    )
  }
  const { subject, canRate, myRating } = plate.data
  return (
    <Page
      step={given === null ? 'form' : 'given'}
      title={t('titleOf', { label: subject.label })}
      back={platePath}
    >
      {canRate.ok ? (
        <RateForm
          plate={{ code, label: subject.label, kind: subject.kind, myRating }}
          onGiven={(delivery, stars) => setGiven({ delivery, stars, earlier: myRating })}
        />
      ) : (
        <>
          <Notice>{canRate.sentence}</Notice>
          <LinkButton to="/rate">{t('otherPlate')}</LinkButton>
        </>
      )}
    </Page>
  )
}
