import { plainVillage, simulateVillage } from '@azalea/scoring/attack-lab'
import { Relation } from '@azalea/scoring/raters'
import { describe, expect, it } from 'vitest'
import { fitAside } from './fit-aside.ts'
import { fitTable } from './fit-table.ts'
import { columnsOf, RatingTableBuilder, type RatingTable } from './rating-table.ts'

const AS_OF = 8_000_000
const id = (kind: string, no: number) => `${kind}-${String(no).padStart(4, '0')}`

/** A village in which person n lives in household n and keeps plot n; every ninth plot is checked. */
function villageTable(): RatingTable {
  const { columns, quality } = simulateVillage(
    { ...plainVillage, people: 100, subjectsPerPerson: 1 },
    5,
  )
  const builder = new RatingTableBuilder()
  const place = (no: number) => ({ householdId: id('household', no), groupNo: no % 7 })
  for (let no = 0; no < columns.raterCount; no += 1) builder.addRater(id('person', no), place(no))
  builder.addRater('zz-inspector')
  const rows = [...columns.rater.keys()].toSorted(
    (a, b) => (columns.subject[a] ?? 0) - (columns.subject[b] ?? 0),
  )
  let last = -1
  for (const row of rows) {
    const subject = columns.subject[row] ?? 0
    const one = { subjectId: id('plot', subject), atSeconds: columns.time[row] ?? 0 }
    if (subject !== last && subject % 9 === 0)
      builder.addJudgement({
        ...one,
        personId: 'zz-inspector',
        stars: Math.round(quality[subject] ?? 3),
        isSpotCheck: true,
      })
    last = subject
    const personId = id('person', columns.rater[row] ?? 0)
    builder.addJudgement({ ...one, personId, stars: columns.stars[row] ?? 0, isSpotCheck: false })
  }
  for (const subjectId of builder.subjectIds)
    builder.addPlaceOfSubject(place(Number(subjectId.slice(5))))
  return builder.finish()
}

describe('a fit in a thread of its own', () => {
  it('finds what a fit in this thread finds, and takes the columns without a copy', async () => {
    const here = fitTable(villageTable(), AS_OF)
    expect(here.comparison?.checkedSubjects).toBe(12)
    expect(here.subjects.owner[3]).toBe(3)
    const table = villageTable()
    expect(await fitAside({ table, asOfSeconds: AS_OF })).toEqual(here)
    expect(table.rater.length).toBe(0)
  })

  it('tells what went wrong, and serves the next that waits meanwhile', async () => {
    const wrong = villageTable()
    wrong.stars[7] = 9
    const [first, second] = await Promise.allSettled([
      fitAside({ table: wrong, asOfSeconds: AS_OF }),
      fitAside({ table: villageTable(), asOfSeconds: AS_OF }),
    ])
    expect(first).toMatchObject({ reason: { message: 'stars of row 7' } })
    expect(second.status).toBe('fulfilled')
  })

  it('ends in the middle when the server ends', async () => {
    const ending = new AbortController()
    const fit = fitAside({ table: villageTable(), asOfSeconds: AS_OF }, ending.signal)
    setTimeout(() => ending.abort(new Error('the server ends')), 20)
    await expect(fit).rejects.toThrow('the server ends')
  })
})

describe('the table of a village', () => {
  it('tells the model households, kin, hamlets, owners, times and spot checks', () => {
    const builder = new RatingTableBuilder()
    builder.addRater('a', { householdId: 'h1', groupNo: 1 })
    builder.addRater('b', { householdId: 'h1', groupNo: 1 })
    builder.addRater('c', { householdId: 'h2', groupNo: 1 })
    builder.addRater('d', { householdId: 'h3', groupNo: 2 })
    builder.addRater('inspector')
    const given = { stars: 4, atSeconds: 7, isSpotCheck: false }
    for (const personId of ['a', 'c', 'd', 'unknown'])
      builder.addJudgement({ ...given, subjectId: 's1', personId })
    builder.addJudgement({ ...given, subjectId: 's1', personId: 'inspector', isSpotCheck: true })
    builder.addJudgement({ ...given, subjectId: 's2', personId: 'b' })
    builder.addJudgement({ ...given, subjectId: 's3', personId: 'b', atSeconds: 9 })
    builder.addPlaceOfSubject({ householdId: 'h1', groupNo: 1 })
    builder.addPlaceOfSubject({ householdId: 'h4', groupNo: 2 })
    builder.addPlaceOfSubject({ householdId: null, groupNo: null })
    const { kin, sameHamlet, none } = Relation
    expect(columnsOf(builder.finish())).toEqual({
      raterCount: 5,
      subjectCount: 3,
      rater: Int32Array.of(0, 2, 3, 4, 1, 1),
      subject: Int32Array.of(0, 0, 0, 0, 1, 2),
      stars: Float32Array.of(4, 4, 4, 4, 4, 4),
      time: Float64Array.of(7, 7, 7, 7, 7, 9),
      isSpotCheck: Uint8Array.of(0, 0, 0, 1, 0, 0),
      relation: Uint8Array.of(kin, sameHamlet, none, none, none, none),
      householdOf: Int32Array.of(0, 0, 1, 2, -1),
      // Of the keeping household the one who rates most; nobody where its people do not rate.
      ownerOf: Int32Array.of(1, -1, -1),
    })
  })
})
