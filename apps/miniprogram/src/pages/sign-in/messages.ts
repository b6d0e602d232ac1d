import { defineMessages } from '@azalea/client'

export const bindMessages = defineMessages('bind', {
  zh: {
    bindLead: '头一次登录，请填村里登记的手机号，绑定这个微信号。以后打开就是您，不用再填。',
    bind: '绑定并登录',
    noConsent: '没有同意隐私保护指引，登录不了。',
    signedIn: '登录好了。',
  },
  en: {
    bindLead:
      'The first time, enter the number on the village roster: it is bound to this WeChat account, and from then on you are signed in when you open this.',
    bind: 'Bind and sign in',
    noConsent: 'Without consent to the privacy statement nobody can sign in.',
    signedIn: 'You are signed in.',
  },
})
