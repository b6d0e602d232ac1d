import { plainVillage, simulateVillage } from '@azalea/scoring/attack-lab'
import { describe, expect, it } from 'vitest'
import { fitAside } from './fit-aside.ts'
import { fitTable } from './fit-table.ts'
import { RatingTableBuilder, type RatingTable } from './rating-table.ts'

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
