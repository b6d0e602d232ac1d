import { defineMessages } from '@azalea/client'

export const personChoiceMessages = defineMessages('person-choice', {
  zh: {
    hint: '写姓名，或手机尾号四位。',
    label: '{{name}} · {{door}}',
    notJoined:
      '{{name}}家还没有加入积分制，现在给{{name}}记不上。先由他们家里人在手机上加入，或由村里录入他们签过字的同意书。',
    household: '看这一户',
  },
  en: {
    hint: 'The name, or the last four digits of the telephone.',
    label: '{{name}} · {{door}}',
    notJoined:
      'The household of {{name}} has not joined, so that nothing can be entered for {{name}} yet. Someone of it joins on a phone, or the village enters its signed consent.',
    household: 'See the household',
  },
})
