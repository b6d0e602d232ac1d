import { refusalsOf } from '../../platform/refusal.ts'

export const refuse = refusalsOf({
  unknown_village: {
    kind: 'not_found',
    zh: '这里没有这个村。',
    en: 'There is no such village here.',
  },
})
