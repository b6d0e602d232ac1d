import { useAnswer } from '../../app/use-answer.ts'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import type { Delivery } from '@azalea/client'
import { ButtonRow, LinkButton } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { PointStages } from '../../ui/point-stages.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Stars } from '../../ui/stars.tsx'
import { Stat, Stats } from '../../ui/stat.tsx'
import { ratingsMessages } from './messages.ts'
import type { RatedPlate, RatingAnswer } from './rated-plate.ts'

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
  const result = delivery.state === 'done' ? delivery.result : null
  return (
    <Page title={label}>
      <Notice kind={result === null ? 'waiting' : 'done'}>
        {t(result === null ? 'kept' : 'thanks', { count: stars })}
      </Notice>
      {earlier !== null && result !== null && (
        <p>{t('replaced', { day: format.day(earlier.ratedOn), count: earlier.stars })}</p>
      )}
      {result !== null && result.stars.averageTenths !== null && (
        <p className="row">
          {t('starsNow')}{' '}
          <Stars mean={result.stars.averageTenths / 10} count={result.stars.count} />
        </p>
      )}
      {result !== null && <Earned award={result.award} />}
      <ButtonRow>
        <LinkButton kind="primary" wide to="/rate">
          {t('another')}
        </LinkButton>
        <LinkButton to={`/p/${code}`}>{t('backToPlate')}</LinkButton>
        <LinkButton to={result === null ? '/waiting' : '/'}>
          {t(result === null ? 'seeWaiting' : 'home')}
        </LinkButton>
      </ButtonRow>
    </Page>
  )
}

function Earned({ award }: { award: RatingAnswer['award'] }) {
  const t = useT(ratingsMessages)
  const format = useFormat()
  if (award === null) return <p className="soft">{t('noAward')}</p>
  const points = format.signedPoints(award.pointsHundredths)
  return (
    <Section title={t('earned')}>
      <Stats>
        <Stat
          label={t(`state_${award.state === 'final' ? 'final' : 'pending'}`)}
          value={points}
          unit={t('points')}
        />
      </Stats>
      <Stages awardId={award.awardId} />
      <LinkButton to={`/awards/${award.awardId}`}>{t('seeAward')}</LinkButton>
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
