import { beforeAll, expect, it } from 'vitest'
import { auditMade, codesOf } from '../test/audit-made.ts'
import { lineOf } from './report.ts'
import { SyntheticVillage, type MadeEntry } from '../test/synthetic-village.ts'

const village = new SyntheticVillage({ households: 8, days: 20, ratingsADay: 11, shiftsADay: 3 })
let entries: readonly MadeEntry[]

beforeAll(() => {
  entries = [...village.days()].flat()
})

const auditOf = (made: readonly MadeEntry[]) => auditMade(village, made)

/** What an audit finds when the operator has changed the first entry of a kind before signing. */
async function lie(
  kind: string,
  change: (fields: { [name: string]: unknown }) => void,
): Promise<string[]> {
  const made = [...entries]
  const at = nthOf(kind, 0)
  made[at] = structuredClone(made[at]!)
  change(made[at].public)
  return codesOf(await auditOf(made))
}

function nthOf(kind: string, nth: number): number {
  const places = entries.flatMap((entry, index) => (entry.kind === kind ? [index] : []))
  const at = places[nth]
  if (at === undefined) throw new Error(`only ${places.length} of ${kind}`)
  return at
}

it('passes over no entry that it does not know', async () => {
  const [at] = [nthOf('rating.given', 9)]
  const { at: day } = entries[at]!
  const findingsOf = async (entry: MadeEntry) =>
    (await auditOf(entries.toSpliced(at, 0, entry))).findings.map(({ code, index }) => [
      code,
      index,
    ])
  const unknown = await findingsOf({ kind: 'award.invented', at: day, public: {} })
  expect(unknown[0]).toEqual(['kind_unknown', at])
  const later = await findingsOf({ kind: 'photo.uploaded', at: day, public: {}, version: 2 })
  expect(later[0]).toEqual(['version_unknown', at])
  // It is counted all the same: the statements after it are off by the one entry.
  const counted = new Set(unknown.map(([code]) => code))
  expect(counted).toEqual(new Set(['kind_unknown', 'statement_wrong']))
})

it('refuses fields that are no fields of the kind', async () => {
  const number = (fields: { [name: string]: unknown }) => {
    fields['award'] = 7
  }
  expect(await lie('award.scored', number)).toContain('fields_wrong')
  const more = (fields: { [name: string]: unknown }) => {
    fields['earnerName'] = '陈珍月'
  }
  expect(await lie('rating.given', more)).toContain('fields_wrong')
  const less = (fields: { [name: string]: unknown }) => {
    delete fields['finalOn']
  }
  expect(await lie('notice.published', less)).toContain('fields_wrong')
})

it('is told in one line, with the number of the entry', () => {
  expect(lineOf({ code: 'entry_unreadable', index: 7, detail: 'x' })).toBe(
    'entry_unreadable entry 7: x',
  )
})
