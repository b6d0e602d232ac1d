import { refusalsOf } from '../../../platform/refusal.ts'

export const refuse = refusalsOf({
  unknown_trace_photo: {
    kind: 'not_found',
    zh: '这一包没有公开这张照片。',
    en: 'The trace of this pack shows no such picture.',
  },
} as const)
