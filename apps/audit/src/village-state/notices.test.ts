import { describe, expect, it } from 'vitest'
import { Findings } from '../findings.ts'
import { Notices } from './notices.ts'

const notice = { awards: 1, finalOn: '2026-03-09', snapshot: '' }
type Published = Parameters<Notices['publish']>[2]

/** What is found wrong with notices that bear these numbers, in this order. */
function findingsOf(serials: readonly string[]): string[] {
  const findings = new Findings()
  const notices = new Notices()
  for (const [index, serial] of serials.entries())
    notices.publish({ findings }, index, {
      ...notice,
      notice: `N${index}`,
      serial,
    } as Published)
  return findings.kept.map(({ detail }) => detail)
}

describe('the numbers of notices', () => {
  it('go up by one in a year, and begin again with the next', () => {
    expect(findingsOf(['2026-017', '2026-018', '2027-001', '2029-001'])).toEqual([])
  })

  it('are found wrong when one is left out or told twice', () => {
    expect(findingsOf(['2026-001', '2026-003'])).toEqual(['number 2026-003 after 2026-001'])
    expect(findingsOf(['2026-001', '2026-001'])).toEqual(['number 2026-001 after 2026-001'])
    expect(findingsOf(['2026-001', '2027-002'])).toEqual(['number 2027-002 after 2026-001'])
  })
})
