import type { LeafOfKind } from '@azalea/records'
import { beforeEach, expect, it } from 'vitest'
import { Findings } from '../findings.ts'
import { Leases } from './leases.ts'

type Begun = LeafOfKind<'lease.begun'>['public']

const name = (letter: string) => letter.repeat(22)
const spring = {
  growingSeason: name('s') as Begun['growingSeason'],
  beginsOn: '2026-03-01',
  endsOn: '2026-08-31',
}
const lease = (letter: string, change: { [field: string]: unknown } = {}) =>
  ({
    lease: name(letter),
    growingSeason: spring.growingSeason,
    subject: name('p'),
    holder: name('h'),
    edition: 1,
    ...change,
  }) as Begun

let findings: Findings
let leases: Leases
beforeEach(() => {
  findings = new Findings()
  leases = new Leases()
  leases.open(land(), 0, spring)
  leases.publish(land(), 1, 1)
})
const land = () => ({ findings })
const details = () => findings.kept.map(({ code, detail }) => `${code}: ${detail}`)
const begin = (told: Begun, day = '2026-03-05') => leases.begin(land(), 2, day, told)
const end = (letter: string, as: 'released' | 'transferred') =>
  leases.end(land(), 3, { lease: name(letter) as Begun['lease'], as })

it('takes leases that follow one another, also after it was read anew', () => {
  begin(lease('a'))
  end('a', 'released')
  begin(lease('b', { holder: name('i') }))
  end('b', 'transferred')
  const reopened = new Leases()
  reopened.load(JSON.parse(JSON.stringify(leases.toJson())))
  leases = reopened
  begin(lease('c', { from: name('b') }))
  expect(details()).toEqual([])
})

it('names a second plot of one head, a plot of two heads, and what was never told', () => {
  begin(lease('a'))
  begin(lease('b', { subject: name('q') }))
  begin(lease('c', { holder: name('i') }))
  begin(lease('d', { growingSeason: name('t') }))
  end('e', 'released')
  expect(details()).toEqual([
    `lease_wrong: head ${name('h')} of ${name('s')} is leased already`,
    `lease_wrong: plot ${name('p')} of ${name('s')} is leased already`,
    'lease_wrong: its season was never opened',
    `lease_wrong: ${name('e')} is not running`,
  ])
})

it('names an old edition, a season that was over, and a transfer of another plot', () => {
  leases.publish(land(), 1, 3)
  begin(lease('a', { edition: 2 }), '2026-09-01')
  end('a', 'transferred')
  begin(lease('b', { edition: 3, subject: name('q'), from: name('a') }))
  expect(details()).toEqual([
    'lease_wrong: edition 3 follows 1',
    'lease_wrong: its season was over',
    'lease_wrong: edition 2 was accepted, 3 was in force',
    `lease_wrong: ${name('a')} was not transferred with this plot`,
  ])
})
