import { signInMessages } from '@azalea/client'
import {
  addresses,
  askForConsent,
  openSession,
  problemText,
  screenOf,
  sendUnsent,
  speak,
  texts,
  type SignInState,
} from '../../core/index.ts'
import { bindMessages } from './messages.ts'

type Step = 'looking' | 'stopped' | 'phone' | 'code' | 'choose' | 'done'

interface Choice {
  readonly villageId: string
  readonly villageName: string
  readonly personName: string
}

/** Signing in by the WeChat account, and, once, binding it to the telephone of the roster. */
Component({
  data: {
    screen: { t: {} as Record<string, string>, size: '' },
    step: 'looking' as Step,
    problem: '',
    phone: '',
    code: '',
    codeLead: '',
    isBusy: false,
    choices: [] as Choice[],
  },
  methods: {
    onLoad() {
      const shown = texts(signInMessages, ['phone', 'sendCode', 'code', 'otherPhone', 'chooseLead'])
      this.setData(screenOf(speak(signInMessages)('signIn'), shown, texts(bindMessages)))
      return this.begin()
    },
    /** Nothing is asked of WeChat, and nothing sent, before the privacy statement is agreed to. */
    async begin() {
      this.setData({ step: 'looking', problem: '' })
      if (!(await askForConsent()))
        return this.setData({ step: 'stopped', problem: speak(bindMessages)('noConsent') })
      return this.attempt('stopped', () => openSession().signIn())
    },
    typePhone({ detail }: WechatMiniprogram.Input) {
      this.setData({ phone: detail.value })
    },
    typeCode({ detail }: WechatMiniprogram.Input) {
      this.setData({ code: detail.value })
    },
    async send() {
      const { phone, isBusy } = this.data
      if (isBusy || phone.trim() === '') return
      this.setData({ isBusy: true, problem: '' })
      try {
        const minutes = await openSession().sendCode(phone)
        const codeLead = speak(signInMessages)('codeLead', { phone, minutes })
        this.setData({ isBusy: false, step: 'code', code: '', codeLead })
      } catch (error) {
        this.setData({ isBusy: false, problem: problemText(error) })
      }
    },
    async bind() {
      const { phone, code, isBusy } = this.data
      if (isBusy || code.trim() === '') return
      return this.attempt('code', () => openSession().bind(phone, code))
    },
    otherPhone() {
      this.setData({ step: 'phone', problem: '' })
    },
    async choose({
      currentTarget,
    }: WechatMiniprogram.TouchEvent<object, object, { village: string }>) {
      return this.attempt('choose', () => openSession().signIn(currentTarget.dataset.village))
    },
    /** Goes on from what it came to; a failure leaves the step, with the reason. */
    async attempt(back: Step, sign: () => Promise<SignInState>) {
      this.setData({ isBusy: true, problem: '' })
      try {
        const outcome = await sign()
        this.setData({ isBusy: false })
        if (outcome.state === 'not_bound') this.setData({ step: 'phone' })
        else if (outcome.state === 'choose')
          this.setData({ step: 'choose', choices: outcome.choices })
        else this.leave()
      } catch (error) {
        this.setData({ isBusy: false, step: back, problem: problemText(error) })
      }
    },
    leave() {
      this.setData({ step: 'done' })
      sendUnsent()
      if (getCurrentPages().length > 1) void wx.navigateBack()
      else void wx.reLaunch({ url: addresses.home() })
    },
  },
})
