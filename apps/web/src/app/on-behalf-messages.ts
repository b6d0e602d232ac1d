import { defineMessages } from '@azalea/client'

export const onBehalfMessages = defineMessages('on-behalf', {
  zh: {
    forWhom: '谁提的',
    forMyself: '我自己',
    forOther: '替人登记',
    person: '替谁登记',
    personMissing: '请选是谁提的。',
    channelAsked: '怎么提的',
    channel_oral: '口头说的',
    channel_written: '书面写的',
  },
  en: {
    forWhom: 'Whose words',
    forMyself: 'My own',
    forOther: 'For somebody',
    person: 'For whom',
    personMissing: 'Please choose whose words they are.',
    channelAsked: 'How they said it',
    channel_oral: 'Told in person',
    channel_written: 'In writing',
  },
})
