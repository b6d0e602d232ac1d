import { defineMessages } from '@azalea/client'

export const onBehalfMessages = defineMessages('on-behalf', {
  zh: {
    forWhom: '谁提的',
    forMyself: '我自己',
    forOther: '替人登记',
    person: '替谁登记',
    personHint: '写姓名，或手机尾号四位。',
    personMissing: '请选是谁提的。',
    personLabel: '{{name}} · {{group}} {{house}}',
    channelAsked: '怎么提的',
    channel_oral: '口头说的',
    channel_written: '书面写的',
  },
  en: {
    forWhom: 'Whose words',
    forMyself: 'My own',
    forOther: 'For somebody',
    person: 'For whom',
    personHint: 'The name, or the last four digits of the telephone.',
    personMissing: 'Please choose whose words they are.',
    personLabel: '{{name}} · {{group}} {{house}}',
    channelAsked: 'How they said it',
    channel_oral: 'Told in person',
    channel_written: 'In writing',
  },
})
