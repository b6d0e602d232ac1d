import { expect, it } from 'vitest'
import { Findings } from '../findings.ts'
import { PassersBy } from './passers-by.ts'

it('lets no award count more passers-by than rated anything while its shift and its scoring lasted', () => {
  const findings = new Findings()
  const passers = new PassersBy()
  for (const [subject, day] of [
    ['post', '2026-03-02'],
    ['post', '2026-03-02'],
    ['plot', '2026-03-02'],
    ['post', '2026-03-03'],
    ['plot', '2026-03-05'],
  ] as const)
    passers.rate(subject, day)
  passers.prune('2026-03-06')
  const again = new PassersBy()
  again.load(JSON.parse(JSON.stringify(passers.toJson())))
  const count = (index: number, ratings: number) =>
    again.use({ findings }, index, '2026-03-04', {
      itemRef: 'watch-hour',
      quantity: 60,
      occurredOn: '2026-03-02',
      prior: [],
      competing: [],
      passersBy: { ratings, meanStarsHundredths: 400 },
    })
  count(1, 3)
  expect(findings.kept).toEqual([])
  count(2, 4)
  expect(findings.kept.map(({ code, index }) => `${code} ${index}`)).toEqual(['passers_by_wrong 2'])
})
