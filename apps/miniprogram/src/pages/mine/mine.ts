import { signInMessages } from '@azalea/client'
import {
  addresses,
  changeSettings,
  currentSettings,
  formats,
  goTo,
  openSession,
  openStatement,
  problemText,
  screenOf,
  speak,
  texts,
} from '../../core/index.ts'
import { mineMessages } from './messages.ts'

/** How one signs in, and how this mini-program looks. */
Component({
  data: {
    screen: { t: {} as Record<string, string>, size: '' },
    name: '',
    lines: [] as string[],
    problem: '',
  },
  methods: {
    onShow() {
      const shown = texts(signInMessages, ['signIn', 'signOut'])
      this.setData(screenOf(speak(mineMessages)('title'), shown, texts(mineMessages)))
      return this.refresh()
    },
    async refresh() {
      const session = openSession()
      const name = session.current()?.person.name ?? ''
      this.setData({ name, lines: [], problem: '' })
      if (name === '') return
      const t = speak(mineMessages)
      try {
        const { phoneMasked, wechatBoundAt } = await session.calls.get('/api/me/sign-in')
        const lines = [
          ...(phoneMasked === null ? [] : [t('telephone', { phone: phoneMasked })]),
          ...(wechatBoundAt === null ? [] : [t('bound', { when: formats().when(wechatBoundAt) })]),
        ]
        this.setData({ lines })
      } catch (error) {
        this.setData({ problem: problemText(error) })
      }
    },
    changeSize() {
      changeSettings({ isElder: !currentSettings().isElder })
      return this.onShow()
    },
    changeLanguage() {
      changeSettings({ language: currentSettings().language === 'zh' ? 'en' : 'zh' })
      return this.onShow()
    },
    unbind() {
      const t = speak(mineMessages)
      wx.showModal({
        content: t('unbindSure'),
        success: ({ confirm }) => {
          if (confirm) void this.end(() => openSession().unbind())
        },
      })
    },
    signOut() {
      return this.end(() => openSession().signOut())
    },
    async end(leave: () => Promise<void>) {
      try {
        await leave()
        await this.refresh()
      } catch (error) {
        await this.refresh()
        this.setData({ problem: problemText(error) })
      }
    },
    readStatement: openStatement,
    signIn: () => goTo(addresses.signIn()),
  },
})
