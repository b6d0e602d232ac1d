import { defineMessages } from './texts.ts'

/** The units of rule items, as they stand behind an amount: keys are the units of the rule sheet. */
export const unitMessages = defineMessages('units', {
  zh: {
    time: '次',
    minute: '分钟',
    hour: '小时',
    gram: '克',
    jin: '斤',
    kg: '公斤',
    yuan: '元',
    person: '人',
    piece: '件',
    star: '星',
  },
  en: {
    time: 'times',
    minute: 'minutes',
    hour: 'hours',
    gram: 'g',
    jin: 'jin',
    kg: 'kg',
    yuan: 'yuan',
    person: 'people',
    piece: 'pieces',
    star: 'stars',
  },
})
