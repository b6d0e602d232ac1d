import { isRecordable } from '@azalea/scoring'
import type { RuleItem } from '@azalea/scoring'
import { describe, expect, it } from 'vitest'
import { toQuantity, unitOf } from './deed-item.ts'

const sweeping: RuleItem = {
  ref: 'path-sweep',
  category: 'commons',
  name: { zh: '清扫道路', en: 'Sweeping' },
  kind: 'merit',
  base: { kind: 'fixed', pointsHundredths: 100 },
  unit: { zh: '次', en: 'time' },
  verifier: { zh: '村委会', en: 'committee' },
  verifierRoles: ['committee'],
  evidenceKinds: ['photo'],
  caps: [],
  noticeDays: 7,
  expiry: { kind: 'never' },
  repair: [],
  publicity: 'masked',
  stages: [{ stage: 'base' }],
}
const perUnit = (unit: 'hour' | 'jin'): RuleItem => ({
  ...sweeping,
  base: { kind: 'per_unit', unit, perUnits: 1, pointsHundredths: 100, partUnits: 'pro_rata' },
})

describe('items of recorded deeds', () => {
  it('turns what people count into the small measure', () => {
    expect(toQuantity(perUnit('hour'), 1.5)).toBe(90)
    expect(toQuantity(perUnit('jin'), 0.3)).toBe(150)
    expect(toQuantity(sweeping, 2)).toBe(2)
    expect(unitOf(sweeping)).toBe('time')
  })

  it('leaves out deductions and what is earned by scanning', () => {
    expect(isRecordable(sweeping)).toBe(true)
    expect(isRecordable({ ...sweeping, kind: 'deduction' })).toBe(false)
    expect(isRecordable({ ...sweeping, evidenceKinds: ['scan', 'rating'] })).toBe(false)
  })
})
