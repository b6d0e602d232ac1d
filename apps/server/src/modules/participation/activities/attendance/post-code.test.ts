import { describe, expect, it } from 'vitest'
import type { VillageSecret } from '../../../record/index.ts'
import { keyedHash } from '../../../../platform/keyed-hash.ts'
import { currentPostCode, isPostCode } from './post-code.ts'

const secretOf = (seed: number): VillageSecret => ({
  pseudonym: () => '' as never,
  hashOf: (label, value) => keyedHash(Buffer.alloc(32, seed), label, value),
})
const secret = secretOf(1)
const noon = new Date('2026-03-02T04:00:00Z')
const after = (seconds: number) => new Date(noon.getTime() + seconds * 1000)
const now = (instant: Date) => ({ instant, isLate: false })
const late = (instant: Date) => ({ instant, isLate: true })

describe('a post’s code', () => {
  it('has six digits and changes each half minute', () => {
    const shown = [0, 10, 29, 30, 59].map((second) =>
      currentPostCode(secret, 'east', after(second)),
    )
    expect(shown.map(({ secondsLeft }) => secondsLeft)).toEqual([30, 20, 1, 30, 1])
    expect(new Set(shown.map(({ code }) => code)).size).toBe(2)
    for (const { code } of shown) expect(code).toMatch(/^\d{6}$/)
  })

  it('is accepted while shown and for the half minute after, no longer', () => {
    const { code } = currentPostCode(secret, 'east', noon)
    expect(isPostCode(secret, 'east', code, now(after(29)))).toBe(true)
    expect(isPostCode(secret, 'east', code, now(after(59)))).toBe(true)
    expect(isPostCode(secret, 'east', code, now(after(60)))).toBe(false)
    expect(isPostCode(secret, 'east', code, now(after(-1)))).toBe(false)
  })

  it('bears two minutes of a wrong clock when an offline phone tells it later', () => {
    const { code } = currentPostCode(secret, 'east', noon)
    expect(isPostCode(secret, 'east', code, late(after(-120)))).toBe(true)
    expect(isPostCode(secret, 'east', code, late(after(170)))).toBe(true)
    expect(isPostCode(secret, 'east', code, late(after(-121)))).toBe(false)
    expect(isPostCode(secret, 'east', code, late(after(180)))).toBe(false)
  })

  it('is another one at every post and in every village', () => {
    const { code } = currentPostCode(secret, 'east', noon)
    expect(isPostCode(secret, 'west', code, now(noon))).toBe(false)
    expect(isPostCode(secretOf(2), 'east', code, now(noon))).toBe(false)
  })
})
