import { standingMessages } from '@azalea/client'
import { Link, useLocation, useParams, useSearchParams } from 'wouter'
import { useAnswer } from '../../app/use-answer.ts'
import { useT } from '../../ui/i18n.ts'
import { useSession } from '../../app/session.tsx'
import { Page } from '../../ui/page.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { BoardList } from './board-list.tsx'
import { boards, periods, type BoardName, type Period } from './board.ts'
import { OwnPlace } from './own-place.tsx'
import './standing.css'

/** The board of one's own village, with one's own place on top. */
export function BoardPage() {
  const t = useT(standingMessages)
  const { session } = useSession()
  if (session === null) return null
  const { villageId, name } = session.village
  return (
    <Page wide title={t('title')} lead={t('lead', { village: name })}>
      <Board villageId={villageId} path="/board" isOwn />
      <p className="small">
        <Link href="/rules">{t('rulesLink')}</Link>
      </p>
    </Page>
  )
}

/** What anyone may see of a village's board: names are masked. */
export function VillageBoardPage() {
  const t = useT(standingMessages)
  const { villageId = '' } = useParams()
  const village = useAnswer('/api/villages/{villageId}', { villageId })
  const path = `/v/${villageId}`
  return (
    <Page
      wide
      title={t('title')}
      lead={village.isSuccess ? t('publicLead', { village: village.data.name }) : t('maskedLead')}
      back="/"
    >
      <Board villageId={villageId} path={`${path}/board`} isOwn={false} />
      <p className="row small">
        <Link href={`${path}/rules`}>{t('rulesLink')}</Link>
        <Link href={`${path}/notices`}>{t('noticesLink')}</Link>
      </p>
    </Page>
  )
}

function Board({ villageId, path, isOwn }: { villageId: string; path: string; isOwn: boolean }) {
  const t = useT(standingMessages)
  const [search] = useSearchParams()
  const [, navigate] = useLocation()
  const board = boards.find((one) => one === search.get('board')) ?? 'households'
  const period = periods.find((one) => one === search.get('period')) ?? 'month'
  const show = (next: { board?: BoardName; period?: Period }) => {
    const query = new URLSearchParams(search)
    for (const [name, value] of Object.entries({ board, period, ...next })) query.set(name, value)
    navigate(`${path}?${query.toString()}`, { replace: true })
  }
  return (
    <>
      <div className="board-choices">
        <Segmented
          label={t('whose')}
          value={board}
          options={boards.map((value) => ({ value, label: t(`board_${value}`) }))}
          onChange={(value) => show({ board: value })}
        />
        <Segmented
          label={t('when')}
          value={period}
          options={periods.map((value) => ({ value, label: t(`period_${value}`) }))}
          onChange={(value) => show({ period: value })}
        />
      </div>
      {isOwn && <OwnPlace board={board} period={period} />}
      <BoardList key={`${board} ${period}`} villageId={villageId} board={board} period={period} />
    </>
  )
}
