import { unsentMessages, type OutboxEntry } from '@azalea/client'
import { addresses, goTo, openUnsent, screenIn, speak, texts } from '../../core/index.ts'

/** How much of what was given here waits for a network, and how much was not accepted. */
Component({
  data: {
    screen: { t: {} as Record<string, string>, size: '' },
    waiting: '',
    refused: '',
  },
  lifetimes: {
    attached() {
      openUnsent().watch(this, () => void this.refresh())
      void this.refresh()
    },
    detached() {
      openUnsent().unwatch(this)
    },
  },
  pageLifetimes: {
    show() {
      void this.refresh()
    },
  },
  methods: {
    async refresh() {
      const entries = await openUnsent().list()
      const t = speak(unsentMessages)
      const words = (state: 'waiting' | 'refused') => {
        const count = entries.filter((entry: OutboxEntry) => entry.state === state).length
        return count === 0 ? '' : t(state, { count })
      }
      this.setData({
        ...screenIn(texts(unsentMessages, ['see'])),
        waiting: words('waiting'),
        refused: words('refused'),
      })
    },
    see: () => goTo(addresses.waiting()),
  },
})
