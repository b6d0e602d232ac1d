import { describe, expect, it } from 'vitest'
import { auditMade, codesOf } from '../test/audit-made.ts'
import { sealedPart, SyntheticVillage } from '../test/synthetic-village.ts'
import { Findings } from './findings.ts'
import { pageOf } from './report-page.ts'
import { reportOf, summaryOf } from './report.ts'

const village = new SyntheticVillage({ households: 4, days: 5, ratingsADay: 6, shiftsADay: 1 })
const entries = [...village.days()].flat()
const auditOf = (openings: readonly object[]) => auditMade(village, entries, { openings })

describe('what was opened for the auditor', () => {
  const scope = { kinds: ['award', 'rating'], from: '2025-01-01', through: '2026-12-31' }
  const origin = 'village.example/log/330109102259'
  const head = { format: 'azalea-openings/1', origin, ...scope }
  const opened = (index: number, change: object = {}) => {
    const { salt, payload } = sealedPart(index)
    return { index, parts: [{ part: 0, salt: salt.toString('base64'), payload, ...change }] }
  }
  const findingsOf = async (...openings: object[]) => codesOf(await auditOf(openings))

  it('opens what the log commits to; what stays closed is counted', async () => {
    const inScope = entries.flatMap(({ kind }, no) => (/^(award|rating)/.test(kind) ? [no] : []))
    const { 0: first, length } = inScope
    const openings = [head, ...inScope.filter((no) => no !== first).map((no) => opened(no))]
    const audited = await auditOf(openings)
    expect(audited.findings).toEqual([])
    expect(audited.openings).toMatchObject({ opened: length - 1, closed: 1 })
    const report = reportOf('https://village.example', audited, new Findings(), 1)
    expect(summaryOf(report)).toContain(`Opened: ${length - 1} parts`)
    expect(pageOf(report)).toContain('启封')
  })

  it('is a finding when it is something else, or stands elsewhere', async () => {
    const wrong = ['opening_wrong']
    expect(await findingsOf(head, opened(7, { payload: '{"words":"other"}' }))).toEqual(wrong)
    expect(await findingsOf(head, opened(7, { salt: 'AAAA' }))).toEqual(wrong)
    expect(await findingsOf(head, opened(7, { salt: 'no base64' }))).toEqual(wrong)
    expect(await findingsOf(head, opened(7, { part: 1 }))).toEqual(wrong)
    expect(await findingsOf(head, { ...opened(7), index: 8 })).toEqual(wrong)
    expect(await findingsOf(head, opened(entries.length))).toEqual(wrong)
    const [part] = opened(7).parts
    expect(await findingsOf(head, { index: 7, parts: [part, part] })).toEqual(wrong)
  })

  it('is not read when it is of another log, out of order, or no such file', async () => {
    for (const openings of [
      [{ ...head, origin: 'another' }],
      [{ ...head, format: 'else' }],
      [],
      [head, opened(9), opened(8)],
      [head, { index: 'first' }],
    ])
      await expect(auditOf(openings)).rejects.toThrow('openings cannot be read')
  })
})
