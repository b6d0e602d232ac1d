import { useAnswer } from '../../app/use-answer.ts'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import {
  type Delivery,
  ratingsMessages,
  viewOfRating,
  type RatingAnswer,
  type RatingView,
} from '@azalea/client'
import { ButtonRow, LinkButton } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { PointStages } from '../../ui/point-stages.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Stars } from '../../ui/stars.tsx'
import { Stat, Stats } from '../../ui/stat.tsx'
import type { RatedPlate } from './rated-plate.ts'

/** What came of a rating: its points with every step, or that it waits for the network. */
export function RatingGiven({
  delivery,
  stars,
  earlier,
  code,
  label,
}: {
  delivery: Delivery<RatingAnswer>
  stars: number
  earlier: RatedPlate['myRating']
  code: string
  label: string
}) {
  const t = useT(ratingsMessages)
  const format = useFormat()
  const view = viewOfRating(delivery, { stars, earlier }, { t, format })
  const { isGiven, starsNow, earned } = view
  return (
    <Page title={label}>
      <Notice kind={isGiven ? 'done' : 'waiting'}>{view.words}</Notice>
      {view.replaced !== null && <p>{view.replaced}</p>}
      {starsNow !== null && (
        <p className="row">
          {t('starsNow')} <Stars mean={starsNow.mean} count={starsNow.count} />
        </p>
      )}
      {view.noAward !== null && <p className="soft">{view.noAward}</p>}
      {earned !== null && <Earned {...earned} />}
      <ButtonRow>
        <LinkButton kind="primary" wide to="/rate">
          {t('another')}
        </LinkButton>
        <LinkButton to={`/p/${code}`}>{t('backToPlate')}</LinkButton>
        <LinkButton to={isGiven ? '/' : '/waiting'}>
          {t(isGiven ? 'home' : 'seeWaiting')}
        </LinkButton>
      </ButtonRow>
    </Page>
  )
}

function Earned({ awardId, state, points }: NonNullable<RatingView['earned']>) {
  const t = useT(ratingsMessages)
  return (
    <Section title={t('earned')}>
      <Stats>
        <Stat label={state} value={points} unit={t('points')} />
      </Stats>
      <Stages awardId={awardId} />
      <LinkButton to={`/awards/${awardId}`}>{t('seeAward')}</LinkButton>
    </Section>
  )
}

function Stages({ awardId }: { awardId: string }) {
  const award = useAnswer('/api/awards/{id}', { id: awardId })
  if (award.isPending) return <Skeleton of="text" count={2} />
  // The points stand above; the award's page tells what is wrong.
  if (award.isError) return null
  return (
    <PointStages
      label={award.data.itemName}
      stages={award.data.stages}
      pointsHundredths={award.data.pointsHundredths}
    />
  )
}
