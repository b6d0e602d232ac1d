import { useAnswer } from '../../app/use-answer.ts'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { RankChange, Stat, Stats } from '../../ui/stat.tsx'
import type { BoardName, OwnRank, Period } from './board.ts'
import { standingMessages } from './messages.ts'

/** One's own rank, how it moved since Monday, and how far it is to the next above. */
export function OwnPlace({ board, period }: { board: BoardName; period: Period }) {
  const t = useT(standingMessages)
  const own = useAnswer('/api/me/rank', { board, period })
  if (own.isPending) return <Skeleton of="number" count={1} />
  if (own.isError) return <ErrorState error={own.error} onRetry={() => void own.refetch()} />
  if (own.data.rank === null) {
    return <p className="own-place own-place--none">{t(`notYet_${board}`)}</p>
  }
  return (
    <section className="own-place" aria-label={t(`own_${board}`)}>
      <Ranked own={own.data} rank={own.data.rank} board={board} />
    </section>
  )
}

function Ranked({ own, rank, board }: { own: OwnRank; rank: number; board: BoardName }) {
  const t = useT(standingMessages)
  const format = useFormat()
  const above = own.neighbours.find((neighbour) => neighbour.rank < rank)
  const below = own.neighbours.find((neighbour) => neighbour.rank > rank)
  return (
    <>
      <Stats>
        <Stat
          label={t(`own_${board}`)}
          value={t('rankValue', { rank })}
          unit={t(`of_${board}`, { count: own.competitors })}
          note={own.change === null ? undefined : <RankChange places={own.change} />}
        />
        <Stat label={t('points')} value={format.points(own.pointsHundredths)} unit={t('unit')} />
      </Stats>
      <p className="soft small">
        {above === undefined
          ? t('nobodyAbove')
          : t('gapAbove', { rank: above.rank, points: format.points(above.gapHundredths) })}
        {below !== undefined &&
          ` ${t('gapBelow', { points: format.points(-below.gapHundredths) })}`}
      </p>
    </>
  )
}
