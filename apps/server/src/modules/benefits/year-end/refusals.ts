import { refusalsOf } from '../../../platform/refusal.ts'

export const refuse = refusalsOf({
  unknown_year_end: {
    kind: 'not_found',
    zh: '没有找到这次年终分配。',
    en: 'There is no such year-end share-out.',
  },
  year_end_without_statement: {
    kind: 'conflict',
    zh: '到 {day} 为止还没有日结，积分还不能算。',
    en: 'There is no daily statement of {day} or before; points cannot be counted yet.',
  },
  year_end_without_points: {
    kind: 'conflict',
    zh: '这段时间没有一户有积分，没法分。',
    en: 'No household has points of that period; there is nothing to share by.',
  },
  year_end_over: {
    kind: 'conflict',
    zh: '这次年终分配已经确认或撤掉了。',
    en: 'This year-end share-out has been confirmed or dropped already.',
  },
  year_end_too_many: {
    kind: 'conflict',
    zh: '一次最多分给 {most} 户。',
    en: 'At most {most} households share at once.',
  },
})
