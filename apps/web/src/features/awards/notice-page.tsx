import { awardsMessages } from '@azalea/client'
import { PrinterIcon } from '@phosphor-icons/react/dist/csr/Printer'
import { Link, useParams } from 'wouter'
import { useAnswer } from '../../app/use-answer.ts'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { useSession } from '../../app/session.tsx'
import { useNow } from '../../app/use-now.ts'
import { LinkButton } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { PersonName } from '../../ui/person-name.tsx'
import { ReadAloud } from '../../ui/read-aloud.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { When } from '../../ui/when.tsx'
import type { NoticeRow, NoticeSheet } from './award.ts'
import { useVillageId, useVillagePath } from './use-village.ts'
import './awards.css'

/** A notice as the village reads it: one line a household, names masked. */
export function NoticePage() {
  const t = useT(awardsMessages)
  const { id = '' } = useParams()
  const villageId = useVillageId()
  const path = useVillagePath()
  const notice = useAnswer('/api/villages/{villageId}/notices/{id}', { villageId, id })
  return (
    <Page title={t('notice')} back={`${path}/notices`} wide>
      {notice.isPending && <Skeleton count={6} />}
      {notice.isError && <ErrorState error={notice.error} onRetry={() => void notice.refetch()} />}
      {notice.isSuccess && <Shown notice={notice.data} />}
    </Page>
  )
}

function Shown({ notice }: { notice: NoticeSheet }) {
  const t = useT(awardsMessages)
  const format = useFormat()
  const now = useNow()
  const isRunning = new Date(notice.endsAt) > now
  const { session } = useSession()
  const villageId = useVillageId()
  const canObject = session?.village.villageId === villageId
  return (
    <>
      <Notice
        kind={isRunning ? 'waiting' : 'info'}
        {...(canObject
          ? {
              actions: (
                <LinkButton to={`/notices/${notice.noticeId}/object`}>{t('object')}</LinkButton>
              ),
            }
          : {})}
      >
        {isRunning ? t('noticeObject') : t('noticeOver')}
      </Notice>
      <Facts
        facts={[
          { label: t('serial'), value: notice.serial },
          { label: t('published'), value: <When at={notice.publishedAt} /> },
          { label: t('ends'), value: format.fullDay(notice.lastDay) },
          {
            label: t('objectionPhone'),
            value: notice.objectionPhone && (
              <a href={`tel:${notice.objectionPhone.replace(/[^0-9+]/g, '')}`}>
                {notice.objectionPhone}
              </a>
            ),
          },
        ]}
      />
      <NoticeTable rows={notice.rows} villageId={villageId} />
      <ReadAloudNotice notice={notice} />
      <p>
        <LinkButton
          kind="quiet"
          icon={PrinterIcon}
          to={`/v/${villageId}/notices/${notice.noticeId}/sheet`}
        >
          {t('sheet')}
        </LinkButton>
      </p>
      <details className="fingerprint">
        <summary>{t('fingerprint')}</summary>
        <p className="soft small">{t('fingerprintWords')}</p>
        <code>{notice.hash}</code>
      </details>
    </>
  )
}

function NoticeTable({ rows, villageId }: { rows: readonly NoticeRow[]; villageId: string }) {
  const t = useT(awardsMessages)
  const format = useFormat()
  return (
    <DataTable
      caption={t('noticeCaption', { count: rows.length })}
      rows={rows}
      rowKey={({ no }) => String(no)}
      brief
      columns={[
        { key: 'head', title: t('head'), cell: (row) => <Head row={row} /> },
        {
          key: 'points',
          title: t('points'),
          numeric: true,
          cell: (row) => format.signedPoints(netHundredths(row)),
        },
        {
          key: 'summary',
          title: t('summary'),
          cell: ({ summary, disputed, corrected, correctedOn }) => (
            <>
              {corrected > 0 && (
                <StateBadge tone="past">{t('lineCorrected', { count: corrected })}</StateBadge>
              )}{' '}
              {correctedOn.map(({ noticeId, serial }) => (
                <Link key={noticeId} href={`/v/${villageId}/notices/${noticeId}`}>
                  {t('lineCorrectedOn', { serial })}{' '}
                </Link>
              ))}
              {disputed > 0 && (
                <StateBadge tone="waiting">{t('lineDisputed', { count: disputed })}</StateBadge>
              )}{' '}
              {summary}
            </>
          ),
        },
      ]}
    />
  )
}

function netHundredths({ plusHundredths, minusHundredths }: NoticeRow): number {
  return plusHundredths - Math.abs(minusHundredths)
}

function Head({ row: { no, headMasked, groupName } }: { row: NoticeRow }) {
  const t = useT(awardsMessages)
  return (
    <span>
      {no}. {headMasked === '' ? t('allDeductions') : <PersonName name={headMasked} />}{' '}
      <span className="soft small">{groupName}</span>
    </span>
  )
}

function ReadAloudNotice({ notice }: { notice: NoticeSheet }) {
  const t = useT(awardsMessages)
  const format = useFormat()
  const lines = notice.rows.map((row) =>
    t('aloudLine', {
      head:
        row.headMasked === ''
          ? t('allDeductions')
          : // A voice would read the sign as "times" or "wrong".
            `${row.groupName} ${row.headMasked.replace('×', ' ')}`,
      points: format.points(netHundredths(row)),
      summary: row.summary,
    }),
  )
  return (
    <div className="outdent">
      <ReadAloud
        text={[t('aloudNotice', { when: format.fullDay(notice.lastDay) }), ...lines].join(' ')}
      />
    </div>
  )
}
