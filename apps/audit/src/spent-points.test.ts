import { addCivilDays, mondayOf } from '@azalea/text'
import { expect, it } from 'vitest'
import { auditMade, codesOf } from '../test/audit-made.ts'
import { name, SyntheticVillage, type MadeEntry } from '../test/synthetic-village.ts'

const village = new SyntheticVillage({ households: 8, days: 20, ratingsADay: 5, shiftsADay: 2 })

it('names the wallets of a statement that do not follow from what households spent', async () => {
  const entries = [...village.days()].flat()
  expect(codesOf(await auditMade(village, entries))).toEqual([])
  const from = entries.findLastIndex(({ kind }) => kind === 'award.final')
  const at = entries[from]?.at ?? ''
  const week = mondayOf(addCivilDays(at, -9))
  const fields = { household: name('household', 0), week, spentHundredths: 2000 }
  const spent: MadeEntry = { kind: 'wallet.counted', at, public: fields }
  const findings = codesOf(await auditMade(village, entries.toSpliced(from, 0, spent)))
  expect(findings.toSorted()).toEqual(['statement_wrong', 'wallet_wrong'])
})
