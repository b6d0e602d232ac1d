import { defineMessages } from '@azalea/client'

export const mineMessages = defineMessages('mine', {
  zh: {
    title: '我的',
    telephone: '登记的手机号：{{phone}}',
    bound: '微信登录：{{when}}绑定',
    unbind: '解除微信绑定',
    unbindSure: '解除以后，这个微信号打开小程序不再是您，要重新收验证码才能绑定。',
    elder: '大字',
    notElder: '普通字号',
    language: 'English',
    statement: '隐私保护指引',
    unbound: '已经解除。',
  },
  en: {
    title: 'Mine',
    telephone: 'Number on the roster: {{phone}}',
    bound: 'Sign-in by WeChat: bound {{when}}',
    unbind: 'Unbind WeChat',
    unbindSure:
      'From then on this WeChat account is not you here; binding it again takes a new code.',
    elder: 'Large letters',
    notElder: 'Usual letters',
    language: '中文',
    statement: 'Privacy statement',
    unbound: 'It is unbound.',
  },
})
