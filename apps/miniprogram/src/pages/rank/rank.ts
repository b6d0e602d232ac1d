import type { Answer, Formats, KeyOf, Translate } from '@azalea/client'
import { formats, openSession, problemText, screenOf, speak } from '../../core/index.ts'
import { rankMessages } from './messages.ts'

const boards = ['households', 'people', 'groups'] as const
const periods = ['month', 'year', 'all'] as const
type Board = (typeof boards)[number]
type Period = (typeof periods)[number]
type RankText = Translate<KeyOf<(typeof rankMessages)['zh']>>

interface Choice {
  readonly name: string
  readonly label: string
}

/** One's own place: the household's, one's own, the group's. */
Component({
  data: {
    screen: { t: {} as Record<string, string>, size: '' },
    board: 'households' as Board,
    period: 'all' as Period,
    boards: [] as Choice[],
    periods: [] as Choice[],
    isLoading: true,
    problem: '',
    lines: [] as string[],
  },
  methods: {
    onLoad() {
      this.setData(screenOf(rankMessages))
      return this.refresh()
    },
    async refresh() {
      const t = speak(rankMessages)
      const { board, period } = this.data
      const label = (what: string, isChosen: boolean) => (isChosen ? t('chosen', { what }) : what)
      this.setData({
        isLoading: true,
        problem: '',
        boards: boards.map((name) => ({ name, label: label(t(`board_${name}`), name === board) })),
        periods: periods.map((name) => ({
          name,
          label: label(t(`period_${name}`), name === period),
        })),
      })
      try {
        const own = await openSession().calls.get('/api/me/rank', { board, period })
        this.setData({ isLoading: false, lines: linesOf(own, board, { t, format: formats() }) })
      } catch (error) {
        this.setData({ isLoading: false, lines: [], problem: problemText(error) })
      }
    },
    chooseBoard({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { board: Board }>) {
      this.setData({ board: currentTarget.dataset.board })
      return this.refresh()
    },
    choosePeriod({
      currentTarget,
    }: WechatMiniprogram.TouchEvent<object, object, { period: Period }>) {
      this.setData({ period: currentTarget.dataset.period })
      return this.refresh()
    },
  },
})

function linesOf(
  own: Answer<'/api/me/rank'>,
  board: Board,
  { t, format }: { readonly t: RankText; readonly format: Formats },
): string[] {
  const { rank, competitors, pointsHundredths, change, neighbours } = own
  if (rank === null) return [t('notYet')]
  const above = neighbours.find((neighbour) => neighbour.rank < rank)
  return [
    t('rank', { rank }),
    t(`of_${board}`, { count: competitors }),
    t('earned', { points: format.points(pointsHundredths) }),
    ...(change === null || change === 0
      ? []
      : [t(change > 0 ? 'climbed' : 'fell', { count: Math.abs(change) })]),
    above === undefined
      ? t('nobodyAbove')
      : t('gapAbove', { rank: above.rank, points: format.points(above.gapHundredths) }),
  ]
}
