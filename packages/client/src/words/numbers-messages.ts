import { defineMessages } from '../texts.ts'

/** Stars and ranks beside which a sign stands, in words. */
export const numbersMessages = defineMessages('numbers', {
  zh: {
    starsOfFive: '{{stars}} 星（满分 5 星）',
    noRating: '还没有人评',
    ratingCount_other: '{{count}} 人评过',
    up_other: '上升 {{count}} 位',
    down_other: '下降 {{count}} 位',
    unchanged: '没有变化',
  },
  en: {
    starsOfFive: '{{stars}} of 5 stars',
    noRating: 'Not rated yet',
    ratingCount_one: 'rated by {{count}} person',
    ratingCount_other: 'rated by {{count}} people',
    up_one: 'up {{count}} place',
    up_other: 'up {{count}} places',
    down_one: 'down {{count}} place',
    down_other: 'down {{count}} places',
    unchanged: 'unchanged',
  },
})
