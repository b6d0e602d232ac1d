import {
  addresses,
  currentSettings,
  formats,
  goTo,
  isProblem,
  openSession,
  problemText,
  screenOf,
  speak,
} from '../../core/index.ts'
import { bookSentence, viewOfAward, type AwardView } from './award-view.ts'
import { awardMessages } from './messages.ts'

const NOT_FOUND = 404

/** One award: its points with every stage, and its place in the village's log. */
Component({
  data: {
    screen: { t: {} as Record<string, string>, size: '' },
    state: 'loading' as 'loading' | 'ready' | 'failed',
    problem: '',
    id: '',
    award: null as AwardView | null,
    book: '',
    mayVerify: false,
  },
  methods: {
    onLoad({ id = '' }: { id?: string }) {
      this.setData({ ...screenOf(awardMessages), id })
      return this.refresh()
    },
    async refresh() {
      const session = openSession()
      const t = speak(awardMessages)
      const { id } = this.data
      try {
        const award = await session.calls.get('/api/awards/{id}', { id })
        const view = viewOfAward(award, currentSettings().language, { t, format: formats() })
        this.setData({ state: 'ready', problem: '', award: view })
        const place = await session.calls.get('/api/awards/{id}/book', { id })
        this.setData({
          book: bookSentence(place, t, formats()),
          // It opens what stands sealed: for whom the award is about, and nobody else.
          mayVerify:
            place.state === 'in_book' &&
            session.current()?.person.personId === award.person.personId,
        })
      } catch (error) {
        // A village without a log has nothing to say of it.
        if (this.data.award !== null && isProblem(error) && error.status === NOT_FOUND) return
        this.setData({
          state: this.data.award === null ? 'failed' : 'ready',
          problem: problemText(error),
        })
      }
    },
    verify() {
      goTo(addresses.verify(this.data.id))
    },
  },
})
