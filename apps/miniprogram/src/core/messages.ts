import { defineMessages } from '@azalea/client'

export const commonMessages = defineMessages('common', {
  zh: {
    loading: '正在读取……',
    again: '再试一次',
    unreachable: '现在连不上服务器。请看看网络，再试一次。',
    wrong: '没有办成，什么都没有改动。请再试一次。',
    points: '分',
    back: '回首页',
  },
  en: {
    loading: 'Loading …',
    again: 'Try again',
    unreachable: 'The server does not answer. Please check the network and try again.',
    wrong: 'That did not work, and nothing was changed. Please try again.',
    points: 'points',
    back: 'Home',
  },
})
