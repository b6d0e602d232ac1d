import {
  movedWords,
  numbersMessages,
  standingMessages,
  viewOfRank,
  type BoardName,
  type OwnRank,
} from '@azalea/client'
import { formats, openSession, problemText, screenOf, speak } from '../../core/index.ts'
import { rankMessages } from './messages.ts'

const boards = ['households', 'people', 'groups'] as const satisfies readonly BoardName[]
const periods = ['month', 'year', 'all'] as const
type Period = (typeof periods)[number]

interface Choice {
  readonly name: string
  readonly label: string
}

/** One's own place: the household's, one's own, the group's. */
Component({
  data: {
    screen: { t: {} as Record<string, string>, size: '' },
    board: 'households' as BoardName,
    period: 'all' as Period,
    boards: [] as Choice[],
    periods: [] as Choice[],
    isLoading: true,
    problem: '',
    lines: [] as string[],
  },
  methods: {
    onLoad() {
      this.setData(screenOf(speak(rankMessages)('title')))
      return this.refresh()
    },
    async refresh() {
      const t = speak(standingMessages)
      const { board, period } = this.data
      const chosen = speak(rankMessages)
      const label = (what: string, isChosen: boolean) =>
        isChosen ? chosen('chosen', { what }) : what
      this.setData({
        isLoading: true,
        problem: '',
        boards: boards.map((name) => ({ name, label: label(t(`own_${name}`), name === board) })),
        periods: periods.map((name) => ({
          name,
          label: label(t(`period_${name}`), name === period),
        })),
      })
      try {
        const own = await openSession().calls.get('/api/me/rank', { board, period })
        this.setData({ isLoading: false, lines: linesOf(own, board) })
      } catch (error) {
        this.setData({ isLoading: false, lines: [], problem: problemText(error) })
      }
    },
    chooseBoard({
      currentTarget,
    }: WechatMiniprogram.TouchEvent<object, object, { board: BoardName }>) {
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

function linesOf(own: OwnRank, board: BoardName): string[] {
  const t = speak(standingMessages)
  const view = viewOfRank(own, board, { t, format: formats() })
  if (view.state === 'none') return [view.words]
  const { place, of, change, points, gaps } = view
  return [
    place,
    of,
    `${points} ${t('unit')}`,
    ...(change === null ? [] : [movedWords(change, speak(numbersMessages))]),
    gaps,
  ]
}
