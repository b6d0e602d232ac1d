import { defineMessages } from '@azalea/client'

export const verifyMessages = defineMessages('verify', {
  zh: {
    title: '自己验一验',
    lead: '凭据在您的手机上验，不靠服务器说了算。',
    checking: '正在验您的凭据……',
    witnessed_other: '{{count}} 位见证人见证过',
    unwitnessed: '还没有见证人见证过',
    clear: '账本上人人看得到的',
    parts: '只有您的凭据能打开的',
  },
  en: {
    title: 'Check it yourself',
    lead: 'The receipt is checked on your phone; nothing is taken on the server’s word.',
    checking: 'Checking your receipt …',
    witnessed_one: 'witnessed by {{count}} witness',
    witnessed_other: 'witnessed by {{count}} witnesses',
    unwitnessed: 'witnessed by nobody yet',
    clear: 'What everybody may read in the log',
    parts: 'What only your receipt opens',
  },
})
