import { awardsMessages } from '@azalea/client'
import { Link, useParams } from 'wouter'
import { useAnswer } from '../../app/use-answer.ts'
import { useAddress, useBeside } from '../../ui/address.ts'
import { apiUrl } from '../../app/api.ts'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { hasRole, useSession } from '../../app/session.tsx'
import { Desk } from '../../ui/desk.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Paged } from '../../ui/paged.tsx'
import { PointStages } from '../../ui/point-stages.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { StateBadge, type StateTone } from '../../ui/state-badge.tsx'
import { Stat, Stats } from '../../ui/stat.tsx'
import { Day, When } from '../../ui/when.tsx'
import type { Award, AwardState } from './award.ts'
import { noticesAdminMessages } from './messages.ts'
import { OpenAwards, useOpenAwards } from './open-awards.tsx'
import { RepairAward } from './repair-award.tsx'
import { ReverseAward } from './reverse-award.tsx'

const tones: Record<AwardState, StateTone> = {
  scored: 'waiting',
  on_notice: 'waiting',
  final: 'done',
  reversed: 'past',
}

/** An award as the staff sees it: inputs, stages, fate, and for the committee the way back. */
export function AwardPage() {
  const t = useT(noticesAdminMessages)
  const tAward = useT(awardsMessages)
  const { id = '' } = useParams()
  const beside = useBeside()
  const award = useAnswer('/api/awards/{id}', { id })
  return (
    <Page
      title={award.data?.itemName ?? t('award')}
      wide
      back={beside('/workbench/notices')}
      {...(award.isSuccess
        ? {
            lead: (
              <StateBadge tone={tones[award.data.state]}>
                {tAward(`state_${award.data.state}`)}
              </StateBadge>
            ),
          }
        : {})}
    >
      <Desk list={<AwardsBeside shownId={id} />}>
        {award.isPending && (
          <>
            <Skeleton of="number" count={1} />
            <Skeleton of="text" count={5} />
          </>
        )}
        {award.isError && <ErrorState error={award.error} onRetry={() => void award.refetch()} />}
        {award.isSuccess && <Shown award={award.data} />}
      </Desk>
    </Page>
  )
}

/** The list that this award was chosen from. */
function AwardsBeside({ shownId }: { shownId: string }) {
  const t = useT(noticesAdminMessages)
  const state = useAddress().get('tab') === 'on_notice' ? 'on_notice' : 'scored'
  const list = useOpenAwards(state)
  return (
    <Paged pages={list.pages} empty={<p className="soft">{t(`empty_${state}`)}</p>}>
      {(awards) => (
        <OpenAwards label={t(`tab_${state}`)} awards={awards} list={list} shownId={shownId} />
      )}
    </Paged>
  )
}

function Shown({ award }: { award: Award }) {
  const t = useT(noticesAdminMessages)
  const format = useFormat()
  const { session } = useSession()
  const { pointsHundredths, stages, person, evidence, reversal } = award
  const isDisputed = award.objections.some(({ state }) => state === 'open')
  const points = t('points', { points: format.signedPoints(pointsHundredths) })
  return (
    <>
      <Stats>
        <Stat label={person.name} value={format.signedPoints(pointsHundredths)} />
      </Stats>
      {reversal !== null && (
        <Notice>
          {t('reversed', { at: format.when(reversal.at) })}{' '}
          {reversal.reason !== null && t('reversedBecause', { reason: reversal.reason })}
        </Notice>
      )}
      <Objections award={award} />
      <AwardFacts award={award} />
      {stages.length > 0 && <Stages award={award} />}
      {evidence.length > 0 && (
        <Section title={t('evidence')}>
          <Evidence award={award} />
        </Section>
      )}
      {award.repair !== null && award.repair.canRecord.ok && (
        <RepairAward awardId={award.awardId} ways={award.repair.ways} />
      )}
      {hasRole(session, ['committee']) && reversal === null && !isDisputed && (
        <ReverseAward awardId={award.awardId} points={points} />
      )}
    </>
  )
}

function Stages({ award: { stages, pointsHundredths } }: { award: Award }) {
  const t = useT(noticesAdminMessages)
  return (
    <Section title={t('stages')}>
      <PointStages label={t('stages')} stages={stages} pointsHundredths={pointsHundredths} />
    </Section>
  )
}

/** Each leads to the objection; while one is open, only its answer can take the award back. */
function Objections({ award: { objections } }: { award: Award }) {
  const t = useT(noticesAdminMessages)
  return objections.map(({ objectionId, state }) => (
    <Notice
      key={objectionId}
      kind={state === 'open' ? 'waiting' : 'info'}
      actions={<Link href={`/workbench/objections/${objectionId}`}>{t('seeObjection')}</Link>}
    >
      {t(`objection_${state}`)}
    </Notice>
  ))
}

function AwardFacts({ award }: { award: Award }) {
  const t = useT(noticesAdminMessages)
  const { category, itemName, version } = award.rule
  return (
    <Facts
      facts={[
        { label: t('day'), value: <Day day={award.occurredOn} /> },
        { label: t('rule'), value: t('ruleVersion', { category, item: itemName, version }) },
        {
          label: t('onNoticeUntil'),
          value: award.notice === null ? null : <Day day={award.notice.lastDay} />,
        },
        {
          label: t('finalSince'),
          value: award.finalAt === null ? null : <When at={award.finalAt} />,
        },
      ]}
    />
  )
}

/** Each line says of itself what it is, as who recorded it. */
function Evidence({ award: { evidence, person } }: { award: Award }) {
  const t = useT(noticesAdminMessages)
  return evidence.map(({ kind, text, photoFileId }) => {
    const key = `${kind} ${text} ${photoFileId ?? ''}`
    if (photoFileId !== undefined)
      return (
        <img
          key={key}
          className="award-photo"
          src={apiUrl('/api/photos/{fileId}', { fileId: photoFileId })}
          alt={t('photoOf', { name: person.name })}
          loading="lazy"
        />
      )
    if (kind === 'words') return <blockquote key={key}>{text}</blockquote>
    return <p key={key}>{text}</p>
  })
}
