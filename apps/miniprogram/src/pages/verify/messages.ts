import { defineMessages } from '@azalea/client'

export const verifyMessages = defineMessages('verify', {
  zh: {
    lead: '凭据在您的手机上验，不靠服务器说了算。',
    checking: '正在验您的凭据……',
    witnessed_other: '{{count}} 位见证人见证过',
    unwitnessed: '还没有见证人见证过',
  },
  en: {
    lead: 'The receipt is checked on your phone; nothing is taken on the server’s word.',
    checking: 'Checking your receipt …',
    witnessed_one: 'witnessed by {{count}} witness',
    witnessed_other: 'witnessed by {{count}} witnesses',
    unwitnessed: 'witnessed by nobody yet',
  },
})
