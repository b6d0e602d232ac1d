import type { ReactNode } from 'react'
import { useLocation, useParams, useSearchParams } from 'wouter'
import { useAnswer } from '../../app/use-answer.ts'
import { useBeside } from '../../ui/address.ts'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { PassOn } from '../../app/pass-on.tsx'
import { useSession } from '../../app/session.tsx'
import { Desk } from '../../ui/desk.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Day, When } from '../../ui/when.tsx'
import { listedIn, reportStates, type BreachReport, type ReportedParty } from './breach-report.ts'
import { FindForm } from './find-form.tsx'
import { DecideAppealForm, DecideForm } from './judge-forms.tsx'
import { reportsMessages } from './messages.ts'
import { ReportList } from './report-list.tsx'
import { ReportOutcome } from './report-outcome.tsx'
import { Photo } from './report-photos.tsx'
import { Standing } from './report-row.tsx'
import { useAbout } from './use-about.ts'
import { WhatItCosts } from './what-it-costs.tsx'
import { Withdraw } from './withdraw.tsx'
import { AppealForm, ReplyForm } from './words-form.tsx'
import './breach-reports.css'

/** One report, as each side and the office read it, with what the reader can do about it. */
export function ReportDetailPage() {
  const t = useT(reportsMessages)
  const { id = '' } = useParams()
  const [path] = useLocation()
  const [search] = useSearchParams()
  const isWork = path.startsWith('/workbench')
  const report = useAnswer('/api/breach-reports/{id}', { id })
  const { data } = report
  const beside = useBeside()
  const shownState =
    reportStates.find((one) => one === search.get('tab')) ?? (data && listedIn(data.state))
  const tab = search.get('tab') ?? (data?.side === 'reported' ? 'reported' : 'reporter')
  return (
    <Page
      title={t('report')}
      wide={isWork}
      back={isWork ? beside('/workbench/reports') : `/me/reports?tab=${tab}`}
      {...(data === undefined ? {} : { lead: <Standing report={data} /> })}
    >
      <Beside
        list={
          isWork && shownState !== undefined ? <ReportList state={shownState} shownId={id} /> : null
        }
      >
        {report.isPending && <Skeleton of="text" count={5} />}
        {report.isError && (
          <ErrorState error={report.error} onRetry={() => void report.refetch()} />
        )}
        {data !== undefined && <Shown report={data} isWork={isWork} />}
      </Beside>
    </Page>
  )
}

/** At work the list stays beside what was chosen from it. */
function Beside({ list, children }: { list: ReactNode; children: ReactNode }) {
  if (list === null) return <>{children}</>
  return <Desk list={list}>{children}</Desk>
}

function Shown({ report, isWork }: { report: BreachReport; isWork: boolean }) {
  const { canReply, canDecide, canAppeal, canDecideAppeal, canPassOn } = report
  const isFinding = isWork && report.canFind.ok
  return (
    <>
      <Said report={report} />
      <Ended report={report} />
      {report.side === 'reported' && <WhatItCosts report={report} />}
      {report.side !== 'reporter' && <Replies report={report} />}
      <ReportOutcome report={report} isWork={isWork} />
      {canReply.ok && <ReplyForm report={report} />}
      {!canReply.ok && !isFinding && <Waits report={report} isWork={isWork} />}
      {isFinding && <FindForm report={report} />}
      {isWork && canDecide.ok && <DecideForm report={report} />}
      {canAppeal.ok && <AppealForm report={report} />}
      {isWork && canDecideAppeal.ok && <DecideAppealForm report={report} />}
      {isWork && canPassOn.ok && (
        <PassOn path="/api/breach-reports/{id}/pass-on" id={report.reportId} />
      )}
      {report.canWithdraw.ok && <Withdraw report={report} />}
    </>
  )
}

function Said({ report }: { report: BreachReport }) {
  const t = useT(reportsMessages)
  const about = useAbout()(report)
  const { session } = useSession()
  const { words, photoFileIds, reporter, enteredBy, channel, occurredAt, reportedAt, state } =
    report
  const isMine = reporter !== null && reporter.personId === session?.person.personId
  return (
    <Section title={t('said')}>
      {words === null ? (
        <p className="soft">{t('erased')}</p>
      ) : (
        <blockquote className="report-words">{words}</blockquote>
      )}
      {photoFileIds.map((fileId, index) => (
        <Photo key={fileId} fileId={fileId} name={t('photoOf', { no: index + 1 })} />
      ))}
      <Facts
        facts={[
          { label: t('about'), value: about },
          { label: t('allegedRule'), value: report.about.itemName },
          { label: t('occurred'), value: <When at={occurredAt} /> },
          {
            label: t('reporter'),
            value: isMine
              ? t('me')
              : (reporter?.name ?? t(state === 'unassigned' ? 'reporterLater' : 'reporterHidden')),
          },
          { label: t('enteredBy'), value: enteredBy?.name },
          {
            label: t('channel'),
            value: channel === 'oral' || channel === 'written' ? t(`channel_${channel}`) : null,
          },
          { label: t('reportedAt'), value: <When at={reportedAt} /> },
          {
            label: t('replyDue'),
            value:
              state === 'open' && report.replyDueOn !== null ? (
                <Day day={report.replyDueOn} />
              ) : null,
          },
          {
            label: t(state === 'unassigned' ? 'findDue' : 'decisionDue'),
            value:
              state === 'open' || state === 'unassigned' ? (
                <Day day={report.decisionDueOn} />
              ) : null,
          },
        ]}
      />
    </Section>
  )
}

function Replies({ report: { reported, side, canReply } }: { report: BreachReport }) {
  const t = useT(reportsMessages)
  // Whoever is asked to reply sees the form instead.
  if (canReply.ok || reported.length === 0) return null
  return (
    <Section title={t(side === 'reported' ? 'ownReply' : 'reply')}>
      {reported.map((party) => (
        <Reply key={party.personId} party={party} />
      ))}
    </Section>
  )
}

function Reply({ party: { name, groupName, reply } }: { party: ReportedParty }) {
  const t = useT(reportsMessages)
  const format = useFormat()
  const who = [groupName, name].filter(Boolean).join(' ')
  if (reply === null) return <p className="soft">{t('noReply', { name: who })}</p>
  return (
    <div className="stack stack--tight">
      <blockquote className="report-words">{reply.words ?? t('erased')}</blockquote>
      {reply.photoFileId !== null && <Photo fileId={reply.photoFileId} name={t('replyPhotoOf')} />}
      <p className="soft small">{t('replyAt', { name: who, at: format.when(reply.at) })}</p>
    </div>
  )
}

/** Why nothing can be done here now, and until when somebody must do something. */
function Waits({ report, isWork }: { report: BreachReport; isWork: boolean }) {
  const t = useT(reportsMessages)
  const format = useFormat()
  const { state, canDecide, decisionDueOn } = report
  if (state === 'unassigned') {
    const sentence = isWork ? report.canFind.sentence : null
    return (
      <Notice kind="waiting">
        {sentence ?? t('waitsForDoer', { day: format.day(decisionDueOn) })}
      </Notice>
    )
  }
  if (state !== 'open' || (isWork && canDecide.ok)) return null
  const sentence = isWork ? canDecide.sentence : null
  return (
    <Notice kind="waiting">{sentence ?? t('waits', { day: format.day(decisionDueOn) })}</Notice>
  )
}

/** That it ended without a decision, and what stays of it. */
function Ended({ report: { state, ending, side } }: { report: BreachReport }) {
  const t = useT(reportsMessages)
  const format = useFormat()
  if (ending === null) return null
  const at = format.when(ending.at)
  return (
    <Section title={t(state === 'closed' ? 'standing_closed' : 'standing_withdrawn')}>
      <p>
        {state === 'closed'
          ? t('closedAt', { at })
          : t(side === 'reported' ? 'withdrawnForReported' : 'withdrawnAt', { at })}
      </p>
      {ending.words !== null && <p>{t('reasonsGiven', { reasons: ending.words })}</p>}
    </Section>
  )
}
