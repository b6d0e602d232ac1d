import { defineMessages } from '@azalea/client'

export const signInMessages = defineMessages('signIn', {
  zh: {
    title: '登录',
    bindLead: '头一次登录，请填村里登记的手机号，绑定这个微信号。以后打开就是您，不用再填。',
    phone: '手机号',
    sendCode: '发送验证码',
    codeLead: '要是村里登记的是 {{phone}}，验证码马上就到，五分钟内有效。',
    code: '验证码',
    bind: '绑定并登录',
    otherPhone: '换个手机号',
    chooseLead: '您在几个村登记过，请选一个。',
    noConsent: '没有同意隐私保护指引，登录不了。',
    signedIn: '登录好了。',
  },
  en: {
    title: 'Sign in',
    bindLead:
      'The first time, enter the number on the village roster: it is bound to this WeChat account, and from then on you are signed in when you open this.',
    phone: 'Phone number',
    sendCode: 'Send the code',
    codeLead: 'If the village knows {{phone}}, a code is on its way to it, good for five minutes.',
    code: 'Code',
    bind: 'Bind and sign in',
    otherPhone: 'Another number',
    chooseLead: 'Several villages know you. Please choose one.',
    noConsent: 'Without consent to the privacy statement nobody can sign in.',
    signedIn: 'You are signed in.',
  },
})
