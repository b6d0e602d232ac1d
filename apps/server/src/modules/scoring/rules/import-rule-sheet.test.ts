import { afterAll, describe, expect, it } from 'vitest'
import { sentTwice } from '../../../../test/once-per-key.ts'
import { addPerson, createTestServer } from '../../../../test/server.ts'
import {
  actorOf,
  createScoringVillage,
  importSheet,
  nextKey,
  testSheet,
} from '../../../../test/scoring-village.ts'
import { upload } from '../../../../test/upload.ts'
import { importRuleSheet } from '../index.ts'

const test = await createTestServer()
const { committee: drafter } = await createScoringVillage(test)
afterAll(() => test.close())

describe('importRuleSheet', () => {
  it('keeps nothing of a file with problems, and tells them all', async () => {
    const { rows: before } = await test.owner.query('SELECT count(*)::int AS n FROM rule_sheet')
    const broken = testSheet((sheet) => ({ ...sheet, effectiveFrom: '2026-02-30' }))
    const answer = await importRuleSheet(
      { act: test.server.act, clock: test.clock },
      actorOf(drafter, 'committee'),
      nextKey(),
      { file: Buffer.from(JSON.stringify(broken)) },
    )
    expect(answer).toMatchObject({ ruleSheetId: null, version: null, items: 0 })
    expect(answer.problems.map(({ code }) => code)).toEqual(['bad_day'])
    const { rows: after } = await test.owner.query('SELECT count(*)::int AS n FROM rule_sheet')
    expect(after).toEqual(before)
  })

  it('gives drafts imported at once different versions', async () => {
    const ids = await Promise.all([1, 2, 3].map(() => importSheet(test, drafter, testSheet())))
    const { rows } = await test.owner.query<{ version: number }>(
      'SELECT version FROM rule_sheet WHERE rule_sheet_id = ANY($1::uuid[])',
      [ids],
    )
    expect(new Set(rows.map(({ version }) => version)).size).toBe(3)
  })

  it('is done once for one key, by the committee or the operator', async () => {
    const file = Buffer.from(JSON.stringify(testSheet()))
    const send = (who: typeof drafter | null, key?: string) =>
      upload(test, who, '/api/rule-sheets/import', file, key === undefined ? {} : { key })
    const villager = await addPerson(test)
    expect((await send(null)).json().code).toBe('not_signed_in')
    expect((await send(villager)).json().code).toBe('role_required')
    const sheets = async () =>
      (await test.owner.query('SELECT count(*)::int AS n FROM rule_sheet')).rows[0].n as number
    const before = await sheets()
    await sentTwice(test, (key) => send(drafter, key))
    expect(await sheets()).toBe(before + 1)
  })
})
