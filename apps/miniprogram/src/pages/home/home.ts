import { awardsMessages, platesMessages } from '@azalea/client'
import {
  addresses,
  askForConsent,
  formats,
  goTo,
  openSession,
  plateOfScan,
  problemText,
  screenOf,
  sendUnsent,
  speak,
  texts,
} from '../../core/index.ts'
import { homeMessages } from './messages.ts'

const AWARDS_SHOWN = 10

interface AwardLine {
  readonly id: string
  readonly title: string
  readonly when: string
  readonly state: string
  readonly points: string
}

/** Where one begins: scan a plate, sign in, and see the latest points. */
Component({
  data: {
    screen: { t: {} as Record<string, string>, size: '' },
    hello: '',
    problem: '',
    isLoading: false,
    awards: [] as AwardLine[],
  },
  methods: {
    onShow() {
      const shown = [texts(homeMessages), texts(platesMessages, ['scanPlate'])]
      this.setData({ ...screenOf(speak(homeMessages)('title'), ...shown), problem: '' })
      sendUnsent()
      return this.refresh()
    },
    async refresh() {
      const session = openSession().current()
      if (session === null) return this.setData({ hello: '', awards: [] })
      const t = speak(homeMessages)
      const { person, village } = session
      const hello = t('hello', { name: person.name, village: village.name })
      this.setData({ hello, isLoading: true })
      try {
        const { items } = await openSession().calls.get('/api/me/awards', { limit: AWARDS_SHOWN })
        const [format, awarded] = [formats(), speak(awardsMessages)]
        const awards = items.map(({ awardId, itemName, occurredOn, state, pointsHundredths }) => ({
          id: awardId,
          title: itemName,
          when: format.day(occurredOn),
          state: awarded(`state_${state}`),
          points: format.signedPoints(pointsHundredths),
        }))
        this.setData({ awards, isLoading: false })
      } catch (error) {
        this.setData({ isLoading: false, problem: problemText(error) })
      }
    },
    scan() {
      wx.scanCode({
        success: (scanned) => {
          const code = plateOfScan(scanned)
          if (code === null) this.setData({ problem: speak(platesMessages)('foreignCode') })
          else goTo(addresses.plate(code))
        },
      })
    },
    async signIn() {
      this.setData({ problem: '' })
      if (!(await askForConsent()))
        return this.setData({ problem: speak(homeMessages)('noConsent') })
      try {
        const { state } = await openSession().signIn()
        if (state !== 'signed_in') return goTo(addresses.signIn())
        sendUnsent()
        await this.refresh()
      } catch (error) {
        this.setData({ problem: problemText(error) })
      }
    },
    seeAward({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      goTo(addresses.award(currentTarget.dataset.id))
    },
    seeRank: () => goTo(addresses.rank()),
    seeMine: () => goTo(addresses.mine()),
  },
})
