import { describe, expect, it } from 'vitest'
import { refusalsOf } from './refusal.ts'

const one = { gone: { kind: 'not_found', zh: '没有 {what}。', en: 'No {what}.' } } as const
const other = { taken: { kind: 'conflict', zh: '已经有了。', en: 'Taken.' } } as const

describe('refusalsOf', () => {
  it('makes the refusals of several tables, each with its sentence', () => {
    const refuse = refusalsOf(one, other)
    expect(refuse('gone', { what: '券' }).sentence('zh')).toBe('没有 券。')
    expect(refuse('taken')).toMatchObject({ code: 'taken', text: { kind: 'conflict' } })
  })

  it('takes no code twice: the later sentence would speak for both', () => {
    expect(() => refusalsOf(one, other, { gone: other.taken })).toThrow(/twice.*gone/)
  })
})
