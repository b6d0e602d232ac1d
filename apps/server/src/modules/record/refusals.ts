import { refusalsOf } from '../../platform/refusal.ts'

export const refuse = refusalsOf({
  idempotency_key_reused: {
    kind: 'conflict',
    zh: '这个请求编号已经用于另一项操作，没有做任何改动。请刷新后再试。',
    en: 'This request number was already used for something else; nothing was changed. Refresh and try again.',
  },
})
