import { describe, expect, it } from 'vitest'
import type { Role, SignedIn } from '../../app/session.tsx'
import { officesGivenBy } from './grant.ts'

const withRoles = (...roles: Role[]): SignedIn => ({
  person: { personId: 'p', name: '王小明' },
  village: {
    villageId: '330109102259',
    name: '大石盖村',
    townName: '戴村镇',
    isDemonstration: false,
  },
  roles: ['villager', ...roles],
  household: {
    householdId: 'h',
    houseNo: '1',
    groupNo: 1,
    groupName: '溪头',
    joined: true,
  },
  villages: [],
})

describe('who gives which office', () => {
  it('lets the committee name those who work with it, never its supervisors', () => {
    expect(officesGivenBy(withRoles('committee'))).toEqual(['group_leader', 'technician'])
  })

  it('lets the operator enter the offices that watch each other', () => {
    expect(officesGivenBy(withRoles('operator'))).toContain('supervisor')
    expect(officesGivenBy(withRoles('operator'))).not.toContain('group_leader')
  })

  it('gives nobody else anything to give', () => {
    expect(officesGivenBy(withRoles('supervisor', 'auditor'))).toEqual([])
    expect(officesGivenBy(null)).toEqual([])
  })
})
