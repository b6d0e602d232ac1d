import { viewOfUnsent, waitingMessages, type UnsentView } from '@azalea/client'
import {
  currentSettings,
  formats,
  openUnsent,
  problemText,
  screenOf,
  sendUnsent,
  speak,
  texts,
} from '../../core/index.ts'

type Row = UnsentView & { readonly when: string }

/** What this phone still keeps for the person: what waits, and how that which was sent ended. */
Component({
  data: {
    screen: { t: {} as Record<string, string>, size: '' },
    rows: [] as Row[],
    isRead: false,
    waits: false,
    isSending: false,
    problem: '',
  },
  lifetimes: {
    attached() {
      openUnsent().watch(this, () => void this.refresh())
    },
    detached() {
      openUnsent().unwatch(this)
    },
  },
  methods: {
    onShow() {
      const shown = texts(waitingMessages, ['lead', 'empty', 'emptyHint', 'sendNow'])
      this.setData(screenOf(speak(waitingMessages)('title'), shown))
      sendUnsent()
      return this.refresh()
    },
    async refresh() {
      const { language } = currentSettings()
      const t = speak(waitingMessages)
      const entries = await openUnsent().list()
      const rows = entries.map((entry) => ({
        ...viewOfUnsent(entry, { t, language }),
        when: formats().when(entry.occurredAt),
      }))
      this.setData({ rows, isRead: true, waits: rows.some(({ state }) => state === 'waiting') })
    },
    sendNow() {
      return this.attempt(() => openUnsent().send())
    },
    drop({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { key: string }>) {
      return this.attempt(() => openUnsent().drop(currentTarget.dataset.key))
    },
    async attempt(work: () => Promise<void>) {
      this.setData({ isSending: true, problem: '' })
      try {
        await work()
      } catch (error) {
        this.setData({ problem: problemText(error) })
      }
      this.setData({ isSending: false })
    },
  },
})
