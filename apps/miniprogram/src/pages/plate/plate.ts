import { doStarsChangePoints, ratingsMessages } from '@azalea/client'
import {
  addresses,
  formats,
  goTo,
  openSession,
  plateOfArrival,
  problemText,
  screenOf,
  speak,
  type Arrival,
} from '../../core/index.ts'
import { newKey } from '../../core/index.ts'
import { plateMessages } from './messages.ts'
import { starsOf, viewOfPlate, type PlateView } from './plate-view.ts'

/** A plate, arrived at by its code or by a scan: what it is, and one's stars for it. */
Component({
  data: {
    screen: { t: {} as Record<string, string>, size: '' },
    state: 'loading' as 'loading' | 'ready' | 'failed' | 'given',
    problem: '',
    code: '',
    isSignedIn: false,
    plate: null as PlateView | null,
    /** Whether the stars change somebody's points, in words; empty while that is not known. */
    whatStarsDo: '',
    stars: 0,
    words: '',
    /** Of this rating, whatever times it is sent. */
    key: '',
    isGiving: false,
    given: null as { thanks: string; award: string; points: string } | null,
  },
  methods: {
    onLoad(arrival: Arrival) {
      const code = plateOfArrival(arrival)
      this.setData({ ...screenOf(plateMessages), code: code ?? '', key: newKey() })
      if (code === null)
        this.setData({ state: 'loading', problem: speak(plateMessages)('notOurs') })
    },
    /** After signing in, too: what may be done depends on who looks. */
    onShow() {
      if (this.data.code === '' || this.data.state === 'given') return undefined
      return this.refresh()
    },
    async refresh() {
      const session = openSession()
      try {
        const { code } = this.data
        const plate = await session.calls.get('/api/plates/{code}', { code })
        this.setData({
          state: 'ready',
          problem: '',
          isSignedIn: session.current() !== null,
          plate: viewOfPlate(plate, speak(plateMessages), formats()),
        })
        if (plate.canRate.ok) await this.tellWhatStarsDo(plate.subject.kind)
      } catch (error) {
        this.setData({ state: 'failed', problem: problemText(error) })
      }
    },
    async tellWhatStarsDo(subjectKind: string) {
      try {
        const { sheet } = await openSession().calls.get('/api/rule-sheet')
        const words = doStarsChangePoints(sheet, subjectKind) ? 'starsCount' : 'starsShown'
        this.setData({ whatStarsDo: speak(ratingsMessages)(words) })
      } catch {
        this.setData({ whatStarsDo: '' })
      }
    },
    chooseStars({ detail }: WechatMiniprogram.CustomEvent<{ stars: number }>) {
      this.setData({ stars: detail.stars, problem: '' })
    },
    sayWords({ detail }: WechatMiniprogram.Input) {
      this.setData({ words: detail.value })
    },
    async give() {
      const t = speak(plateMessages)
      const { code, stars, words, key, isGiving, plate } = this.data
      if (isGiving || plate === null) return
      if (stars === 0) return this.setData({ problem: t('starsMissing') })
      this.setData({ isGiving: true, problem: '' })
      try {
        const body = { plateCode: code, stars, words: words.trim() || null }
        const options = { idempotencyKey: key }
        const answer = await openSession().calls.post('/api/ratings', {}, body, options)
        const { award } = answer
        this.setData({
          state: 'given',
          isGiving: false,
          plate: { ...plate, ...starsOf(answer.stars, t) },
          given: {
            thanks: t('thanks', { stars }),
            award: award?.awardId ?? '',
            points: award === null ? '' : formats().signedPoints(award.pointsHundredths),
          },
        })
      } catch (error) {
        this.setData({ isGiving: false, problem: problemText(error) })
      }
    },
    seeAward() {
      const { given } = this.data
      if (given?.award) goTo(addresses.award(given.award))
    },
    signIn: () => goTo(addresses.signIn()),
  },
})
