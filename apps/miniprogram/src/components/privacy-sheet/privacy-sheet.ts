import { onConsentNeeded, openStatement, screenIn, texts, type Answered } from '../../core/index.ts'
import { privacyMessages } from './messages.ts'

let waiting: Answered[] = []

/** The sheet on which the privacy statement is agreed to, when WeChat says that it is needed. */
Component({
  data: { isOpen: false, ...screenless() },
  lifetimes: {
    attached() {
      onConsentNeeded((answered) => {
        waiting.push(answered)
        answered({ event: 'exposureAuthorization' })
        this.setData({ isOpen: true, ...screenIn(texts(privacyMessages)) })
      })
    },
  },
  methods: {
    read: openStatement,
    agree() {
      this.close({ event: 'agree', buttonId: 'agree' })
    },
    disagree() {
      this.close({ event: 'disagree' })
    },
    close(answer: Parameters<Answered>[0]) {
      for (const answered of waiting) answered(answer)
      waiting = []
      this.setData({ isOpen: false })
    },
  },
})

function screenless() {
  return { screen: { t: {} as Record<string, string>, size: '' } }
}
