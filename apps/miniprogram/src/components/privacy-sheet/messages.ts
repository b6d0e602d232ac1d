import { defineMessages } from '@azalea/client'

export const privacyMessages = defineMessages('privacySheet', {
  zh: {
    heading: '用之前请看一看',
    words:
      '登录要用您的微信号和您在村里登记的手机号，只用来认出您是谁。怎么用、怎么删，写在隐私保护指引里。',
    read: '看隐私保护指引',
    agree: '同意',
    disagree: '不同意',
  },
  en: {
    heading: 'Before you begin',
    words:
      'To sign in, your WeChat account and the telephone on the village roster are used, and only to know who you are. The privacy statement says how, and how they are deleted.',
    read: 'Read the privacy statement',
    agree: 'Agree',
    disagree: 'Do not agree',
  },
})
