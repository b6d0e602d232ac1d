import {
  doStarsChangePoints,
  numbersMessages,
  platesMessages,
  ratingsMessages,
  starsWords,
  viewOfRating,
  type PlateAnswer,
  type RatingView,
} from '@azalea/client'
import {
  addresses,
  formats,
  goTo,
  isServerAway,
  openSession,
  plateOfArrival,
  problemText,
  screenOf,
  speak,
  texts,
  type Arrival,
} from '../../core/index.ts'
import { linesOf, unseenLines, type PlateLines } from './plate-lines.ts'

type Given = RatingView & { readonly stars: string }

/** A plate, arrived at by its code or by a scan: what it is, and one's stars for it. */
Component({
  data: {
    screen: { t: {} as Record<string, string>, size: '' },
    state: 'loading' as 'loading' | 'ready' | 'unseen' | 'failed' | 'given',
    problem: '',
    code: '',
    isSignedIn: false,
    plate: null as PlateLines | null,
    /** The rating whose place another one takes. */
    earlier: null as PlateAnswer['myRating'],
    /** Whether the stars change somebody's points, in words; empty while that is not known. */
    whatStarsDo: '',
    stars: 0,
    words: '',
    isGiving: false,
    given: null as Given | null,
  },
  methods: {
    onLoad(arrival: Arrival) {
      const code = plateOfArrival(arrival)
      const [plates, ratings] = [speak(platesMessages), speak(ratingsMessages)]
      const shown = [
        texts(platesMessages, ['story', 'rateNeedsSignIn', 'signInToRate', 'unseenVisitor']),
        texts(ratingsMessages, ['stars', 'words', 'wordsHint', 'give', 'whatHappens', 'earned']),
        texts(ratingsMessages, ['points', 'seeAward', 'starsNow', 'seeWaiting']),
      ]
      this.setData({ ...screenOf(ratings('title'), ...shown), code: code ?? '' })
      if (code === null) this.setData({ problem: plates('foreignCode') })
    },
    /** After signing in, too: what may be done depends on who looks. */
    onShow() {
      if (this.data.code === '' || this.data.state === 'given') return undefined
      return this.refresh()
    },
    async refresh() {
      const session = openSession()
      const { code } = this.data
      this.setData({ problem: '', isSignedIn: session.current() !== null })
      try {
        const plate = await session.calls.get('/api/plates/{code}', { code })
        this.setData({ state: 'ready', plate: linesOf(plate), earlier: plate.myRating })
        if (plate.canRate.ok) await this.tellWhatStarsDo(plate.subject.kind)
      } catch (error) {
        // What was read before stays; the code itself tells that it was not misread.
        if (isServerAway(error) && this.data.state !== 'ready')
          this.setData({ state: 'unseen', plate: unseenLines(code), earlier: null })
        else if (!isServerAway(error))
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
    /** Kept on this phone first: without a network it waits there, and is sent once. */
    async give() {
      const t = speak(ratingsMessages)
      const { code, stars, words, isGiving, plate, earlier } = this.data
      const session = openSession()
      const personId = session.current()?.person.personId
      if (isGiving || plate === null || personId === undefined) return
      if (stars === 0) return this.setData({ problem: t('starsMissing') })
      this.setData({ isGiving: true, problem: '' })
      try {
        const delivery = await session.outbox.give({
          personId,
          kind: 'rating',
          params: {},
          body: { plateCode: code, stars, words: words.trim() || null },
          label: plate.title,
        })
        const view = viewOfRating(delivery, { stars, earlier }, { t, format: formats() })
        this.setData({ state: 'given', isGiving: false, given: withStars(view) })
      } catch (error) {
        this.setData({ isGiving: false, problem: problemText(error) })
      }
    },
    seeAward() {
      const { given } = this.data
      if (given?.earned) goTo(addresses.award(given.earned.awardId))
    },
    seeWaiting: () => goTo(addresses.waiting()),
    signIn: () => goTo(addresses.signIn()),
  },
})

function withStars(view: RatingView): Given {
  const { starsNow } = view
  const speech = { t: speak(numbersMessages), format: formats() }
  const said = starsNow && starsWords(starsNow, speech)
  return { ...view, stars: said === null ? '' : `${said.mean} · ${said.count}` }
}
