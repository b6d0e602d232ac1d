import { refusalsOf } from '../../../platform/refusal.ts'

export const refuse = refusalsOf({
  no_income_yet: {
    kind: 'not_found',
    zh: '您家还没有村里付的收入，没有单子可打。',
    en: 'The village has paid nothing to your household yet: there is no statement.',
  },
} as const)
