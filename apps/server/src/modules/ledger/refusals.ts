import { refusalsOf } from '../../platform/refusal.ts'

export const refuse = refusalsOf({
  balance_too_low: {
    kind: 'conflict',
    zh: '余额不够，没有做任何改动。',
    en: 'There is not enough left; nothing was changed.',
  },
  hold_ended: {
    kind: 'conflict',
    zh: '这笔预留已经用完或退回，没有做任何改动。',
    en: 'What was set aside has been used or given back; nothing was changed.',
  },
})
