import { beforeAll, describe, expect, it } from 'vitest'
import { auditMade } from '../test/audit-made.ts'
import { name, SyntheticVillage, type MadeEntry } from '../test/synthetic-village.ts'

const village = new SyntheticVillage({ households: 8, days: 31, ratingsADay: 11, shiftsADay: 3 })
let entries: readonly MadeEntry[]

beforeAll(() => {
  entries = [...village.days()].flat()
})

const auditOf = (made: readonly MadeEntry[]) => auditMade(village, made)

function nthOf(kind: string, nth: number): number {
  const places = entries.flatMap((entry, index) => (entry.kind === kind ? [index] : []))
  const at = places[nth]
  if (at === undefined) throw new Error(`only ${places.length} of ${kind}`)
  return at
}

describe('an operator who signs a lie', () => {
  it('about when a corrected award takes effect', async () => {
    const from = nthOf('award.final', 3)
    const booked = entries[from]!
    const scored = entries.find(
      ({ kind, public: fields }) =>
        kind === 'award.scored' && fields['award'] === booked.public['award'],
    )!
    const { award, item, pointsHundredths, earner, household } = booked.public
    const at = booked.at
    const because = { objection: name('objection', 1) }
    const newAward = name('award', 999)
    const raised = {
      kind: 'objection.raised',
      at,
      public: { ...because, award, phase: 'appeal', channel: 'app', dueOn: '2026-03-30' },
    }
    const reversed = {
      kind: 'award.reversed',
      at,
      public: {
        ...because,
        award,
        item,
        pointsHundredths,
        earner,
        household,
        day: (scored.public['input'] as { occurredOn: string }).occurredOn,
        postedHundredths: pointsHundredths,
        countedOccurrences: 0,
        creditedQuantity: 0,
        notice: null,
        supersededBy: null,
      },
    }
    const anew = { ...scored.public, ...because, award: newAward, corrects: award }
    const answered = {
      kind: 'objection.answered',
      at,
      public: { ...because, outcome: 'upheld', newAward },
    }
    const withAnew = async (kind: string) => {
      const made = { kind, at, public: anew as MadeEntry['public'] }
      return auditOf(entries.toSpliced(from + 1, 0, raised, reversed, made, answered))
    }
    const orderOf = ({ findings }: Awaited<ReturnType<typeof auditOf>>) =>
      findings.filter(({ code }) => code === 'award_out_of_order').map(({ detail }) => detail)
    expect(orderOf(await withAnew('award.final'))).toEqual([])
    expect(orderOf(await withAnew('award.scored'))).toEqual([
      'a final award was taken back, and it waits',
    ])
    const first = nthOf('award.scored', 3)
    const hasty = entries.with(first, { ...entries[first]!, kind: 'award.final' })
    expect(orderOf(await auditOf(hasty))).toContain('it was final without its notice')
  })
})
