import { awardsMessages, viewOfAward, type Award } from '@azalea/client'
import { useParams } from 'wouter'
import { useAnswer } from '../../app/use-answer.ts'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { PointStages } from '../../ui/point-stages.tsx'
import { ReadAloud } from '../../ui/read-aloud.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { Day } from '../../ui/when.tsx'
import { AwardBasis } from './award-basis.tsx'
import { AwardFate } from './award-fate.tsx'
import { AwardObjections, WayToObject } from './award-objections.tsx'
import { AwardRepair } from './award-repair.tsx'
import { LogPlace } from './log-place.tsx'
import { awardTones } from './award-tones.ts'
import './awards.css'

/** An award opened down to its inputs: what, how many points, and the sentence behind each step. */
export function AwardPage() {
  const t = useT(awardsMessages)
  const { id = '' } = useParams()
  const award = useAnswer('/api/awards/{id}', { id })
  return (
    <Page title={award.data?.itemName ?? t('award')} back="/me/awards">
      {award.isPending && (
        <>
          <Skeleton of="number" count={1} />
          <Skeleton of="text" count={4} />
        </>
      )}
      {award.isError && <ErrorState error={award.error} onRetry={() => void award.refetch()} />}
      {award.isSuccess && <Shown award={award.data} />}
    </Page>
  )
}

function Shown({ award }: { award: Award }) {
  const t = useT(awardsMessages)
  const format = useFormat()
  const view = viewOfAward(award, { t, format })
  return (
    <>
      <div className="award-head">
        <p className="award-head__points">
          {view.points}
          <span className="award-head__unit">{t('unit')}</span>
        </p>
        <p className="row">
          <StateBadge tone={awardTones[award.state]}>{view.state}</StateBadge>
          <span className="soft">
            {award.person.name} · <Day day={award.occurredOn} />
          </span>
        </p>
        <div className="outdent">
          <ReadAloud text={view.aloud} />
        </div>
      </div>
      {view.fate !== null && <AwardFate fate={view.fate} />}
      <AwardObjections award={award} />
      {award.stages.length > 0 && <Stages award={award} />}
      <WayToObject award={award} />
      {award.repair !== null && <AwardRepair ways={award.repair.ways} />}
      <AwardBasis award={award} />
      <LogPlace award={award} />
    </>
  )
}

function Stages({ award: { stages, pointsHundredths } }: { award: Award }) {
  const t = useT(awardsMessages)
  return (
    <Section title={t('stages')}>
      <PointStages label={t('stages')} stages={stages} pointsHundredths={pointsHundredths} />
    </Section>
  )
}
