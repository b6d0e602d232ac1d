import { Link, useParams } from 'wouter'
import { useBeside } from '../../ui/address.ts'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Desk } from '../../ui/desk.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { Span, Until } from '../../ui/when.tsx'
import { DecisionForm } from './decision-form.tsx'
import { workbenchMessages } from './messages.ts'
import { ProposalList } from './proposal-list.tsx'
import { stateTones, useProposal, type Proposal } from './proposal.ts'
import './workbench.css'

/** A proposed activity in full, and what the committee says to it. */
export function DecisionPage() {
  const t = useT(workbenchMessages)
  const { id = '' } = useParams()
  const beside = useBeside()
  const proposal = useProposal(id)
  return (
    <Page
      wide
      title={proposal.data?.title ?? t('activity')}
      back={beside('/workbench/activities')}
      {...(proposal.isSuccess
        ? {
            lead: (
              <StateBadge tone={stateTones[proposal.data.state]}>
                {t(`state_${proposal.data.state}`)}
              </StateBadge>
            ),
          }
        : {})}
    >
      <Desk list={<ProposalList shownId={id} />}>
        {proposal.isPending && <Skeleton of="text" count={6} />}
        {proposal.isError && (
          <ErrorState error={proposal.error} onRetry={() => void proposal.refetch()} />
        )}
        {proposal.isSuccess && <Shown key={id} proposal={proposal.data} />}
      </Desk>
    </Page>
  )
}

function Shown({ proposal }: { proposal: Proposal }) {
  const t = useT(workbenchMessages)
  const { activityId, description, shifts } = proposal
  return (
    <>
      <ProposalFacts proposal={proposal} />
      {description !== '' && (
        <Section title={t('words')}>
          <p className="workbench__words">{description}</p>
        </Section>
      )}
      <Section title={t('shifts')}>
        <DataTable
          caption={t('shiftsCaption', { count: shifts.length })}
          rows={shifts}
          rowKey={({ shiftId }) => shiftId}
          columns={[
            {
              key: 'when',
              title: t('shiftWhen'),
              cell: ({ startsAt, endsAt }) => <Span from={startsAt} to={endsAt} />,
            },
            { key: 'post', title: t('shiftPost'), cell: (shift) => shift.postLabel ?? t('noPost') },
            ...(shifts.some(({ circumstances }) => circumstances.length > 0)
              ? [
                  {
                    key: 'circumstances',
                    title: t('shiftCircumstances'),
                    cell: (shift: Proposal['shifts'][number]) =>
                      shift.circumstances.map(({ name }) => name).join(t('listSeparator')) || '–',
                  },
                ]
              : []),
            { key: 'quota', title: t('shiftQuota'), cell: ({ quota }) => quota, numeric: true },
          ]}
        />
      </Section>
      <Section
        title={t('decision')}
        aside={<Link href={`/activities/${activityId}`}>{t('toActivity')}</Link>}
      >
        <Decision proposal={proposal} />
      </Section>
    </>
  )
}

function Decision({ proposal }: { proposal: Proposal }) {
  const t = useT(workbenchMessages)
  const { activityId, state, decision, may } = proposal
  if (may.decide) return <DecisionForm activityId={activityId} />
  if (state === 'proposed') return <Notice>{t('whyNotYours')}</Notice>
  const words = decision?.words ?? null
  return (
    <Notice kind={state === 'approved' ? 'done' : 'info'}>
      {state === 'approved'
        ? t('decided_approved')
        : state === 'sent_back'
          ? t('waitsForInitiator')
          : t('alreadyDecided')}
      {words !== null && (
        <>
          <br />
          {t('decidedWords', { words })}
        </>
      )}
    </Notice>
  )
}

function ProposalFacts({ proposal }: { proposal: Proposal }) {
  const t = useT(workbenchMessages)
  const { leaderName, initiatorName } = proposal
  return (
    <Facts
      facts={[
        { label: t('when'), value: <Span from={proposal.startsAt} to={proposal.endsAt} /> },
        { label: t('where'), value: proposal.place },
        { label: t('initiator'), value: initiatorName },
        { label: t('leader'), value: leaderName === initiatorName ? null : leaderName },
        { label: t('item'), value: proposal.itemName },
        { label: t('earns'), value: <Earns preview={proposal.pointsPreview} /> },
        { label: t('signUpUntil'), value: <Until at={proposal.signUpClosesAt} /> },
      ]}
    />
  )
}

function Earns({ preview }: { preview: Proposal['pointsPreview'] }) {
  const t = useT(workbenchMessages)
  const format = useFormat()
  if (preview === null) return null
  const points = format.points(preview.pointsHundredths)
  return (
    <>
      <strong>
        {preview.minutes === null
          ? t('earnsEach', { points, count: preview.pointsHundredths / 100 })
          : t('earnsFor', { points, time: format.minutes(preview.minutes) })}
      </strong>{' '}
      <span className="soft small">{t('earnsBefore')}</span>
    </>
  )
}
