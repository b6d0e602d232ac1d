import { defineMessages } from '@azalea/client'

export const waitingMessages = defineMessages('waiting', {
  zh: {
    title: '等着发送的事',
    lead: '没有网络时做的事先存在这部手机上，有了网络自动发出，时间按您做的那一刻算。',
    empty: '没有等着的事',
    emptyHint: '您做的都已经送到了。',
    rating: '打星',
    'check-in': '签到',
    'check-out': '签退',
    waiting: '等着发送',
    done: '已送到',
    refused: '没有办成',
    takeBack: '不发了',
    clear: '知道了',
    sendNow: '现在发送',
  },
  en: {
    title: 'Waiting to be sent',
    lead: 'What you did without a network is kept on this phone and sent by itself, with the time at which you did it.',
    empty: 'Nothing is waiting',
    emptyHint: 'All that you did has arrived.',
    rating: 'Rating',
    'check-in': 'Check-in',
    'check-out': 'Check-out',
    waiting: 'Waiting',
    done: 'Arrived',
    refused: 'Not accepted',
    takeBack: 'Do not send',
    clear: 'Noted',
    sendNow: 'Send now',
  },
})
