import { standingMessages, viewOfRank } from '@azalea/client'
import { useAnswer } from '../../app/use-answer.ts'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { RankChange, Stat, Stats } from '../../ui/stat.tsx'
import type { BoardName, Period } from './board.ts'

/** One's own rank, how it moved since Monday, and how far it is to the next above. */
export function OwnPlace({ board, period }: { board: BoardName; period: Period }) {
  const t = useT(standingMessages)
  const format = useFormat()
  const own = useAnswer('/api/me/rank', { board, period })
  if (own.isPending) return <Skeleton of="number" count={1} />
  if (own.isError) return <ErrorState error={own.error} onRetry={() => void own.refetch()} />
  const view = viewOfRank(own.data, board, { t, format })
  if (view.state === 'none') return <p className="own-place own-place--none">{view.words}</p>
  return (
    <section className="own-place" aria-label={view.whose}>
      <Stats>
        <Stat
          label={view.whose}
          value={view.place}
          unit={view.of}
          note={view.change === null ? undefined : <RankChange places={view.change} />}
        />
        <Stat label={t('points')} value={view.points} unit={t('unit')} />
      </Stats>
      <p className="soft small">{view.gaps}</p>
    </section>
  )
}
