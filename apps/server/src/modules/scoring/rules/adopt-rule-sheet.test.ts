import { afterAll, describe, expect, it } from 'vitest'
import { outcomesOf, sentTwice } from '../../../../test/once-per-key.ts'
import {
  addPerson,
  call,
  createTestServer,
  VILLAGE,
  type TestPerson,
} from '../../../../test/server.ts'
import {
  actorOf,
  createScoringVillage,
  goodResolution,
  importSheet,
  leavesOf,
  lintAnswers,
  nextKey,
  score,
  testSheet,
} from '../../../../test/scoring-village.ts'
import { adoptRuleSheet, readSheetInForce, type AdoptInput } from '../index.ts'

const test = await createTestServer()
const { committee: drafter, secondMember: member } = await createScoringVillage(test)
afterAll(() => test.close())

const adopt = (by: TestPerson, input: AdoptInput, key = nextKey()) =>
  adoptRuleSheet(test.server, actorOf(by, 'committee'), key, input)

const inForce = (day: string) =>
  test.database.inVillage(VILLAGE, (db) => readSheetInForce(db, test.server.scoring, VILLAGE, day))

describe('adoptRuleSheet', () => {
  const draft = () => importSheet(test, drafter, testSheet())
  const good = async (change: Partial<AdoptInput> = {}): Promise<AdoptInput> => ({
    ruleSheetId: await draft(),
    effectiveFrom: '2026-04-01',
    resolution: goodResolution,
    lintAnswers,
    ...change,
  })
  const withVotes = (votes: Partial<AdoptInput['resolution']>) =>
    good({ resolution: { ...goodResolution, ...votes } })

  it.each([
    ['half of the eligible present', { present: 50, for: 45 }, 'quorum_missed'],
    ['few delegates present', { body: 'delegates', present: 66 }, 'delegates_missed'],
    ['few households present', { body: 'households', present: 66 }, 'delegates_missed'],
    ['nobody eligible', { eligible: 0, present: 0, for: 0, against: 0 }, 'quorum_missed'],
    ['half of those present for it', { for: 30 }, 'majority_missed'],
    ['more present than eligible', { present: 101, for: 90 }, 'resolution_numbers'],
    ['more votes than present', { for: 58, against: 3 }, 'resolution_numbers'],
    ['a meeting tomorrow', { date: '2026-03-03' }, 'resolution_in_future'],
  ] as const)('refuses a resolution with %s', async (_, votes, code) => {
    await expect(adopt(member, await withVotes(votes))).rejects.toMatchObject({ code })
  })

  it('accepts one more than half, twice, and two thirds of the delegates', async () => {
    const input = await withVotes({ present: 51, for: 26, against: 25 })
    await expect(adopt(member, input)).resolves.toEqual({})
    const delegates = await withVotes({ body: 'delegates', present: 67, for: 34, against: 33 })
    await expect(adopt(member, delegates)).resolves.toEqual({})
  })

  it('refuses the drafter, a second adoption, an unknown sheet', async () => {
    const input = await good()
    await expect(adopt(drafter, input)).rejects.toMatchObject({ code: 'own_draft' })
    await adopt(member, input)
    await expect(adopt(member, input)).rejects.toMatchObject({ code: 'already_adopted' })
    const unknown = { ...input, ruleSheetId: test.server.newId() }
    await expect(adopt(member, unknown)).rejects.toMatchObject({ code: 'unknown_rule_sheet' })
  })

  it('does not let a later sheet reach into the past', async () => {
    const input = await good({ effectiveFrom: '2026-03-01' })
    await expect(adopt(member, input)).rejects.toMatchObject({ code: 'effective_too_early' })
  })

  it('refuses a sheet with an item that the law forbids, whatever is said for it', async () => {
    const petition = testSheet((sheet) => ({
      ...sheet,
      items: sheet.items.map((item) =>
        item.ref === 'r169' ? { ...item, name: { zh: '越级上访', en: 'Petitioning' } } : item,
      ),
    }))
    const ruleSheetId = await importSheet(test, drafter, petition)
    await expect(adopt(member, await good({ ruleSheetId }))).rejects.toMatchObject({
      code: 'item_refused',
    })
  })

  it('needs a reason for an item that it warns of, and keeps it', async () => {
    const input = await good({ effectiveFrom: '2026-04-20' })
    for (const answers of [[], [{ ref: 'r169', reason: ' ' }], [{ ref: 'r170', reason: '好' }]])
      await expect(adopt(member, { ...input, lintAnswers: answers })).rejects.toMatchObject({
        code: 'warning_unanswered',
      })
    await adopt(member, input)
    const { rows } = await test.owner.query(
      'SELECT lint_answers FROM rule_sheet WHERE rule_sheet_id = $1',
      [input.ruleSheetId],
    )
    expect(rows).toEqual([{ lint_answers: lintAnswers }])
  })

  it('records the sheet’s hash with the vote, and no name', async () => {
    const input = await good({ effectiveFrom: '2026-05-01' })
    await adopt(member, input)
    const sheet = await inForce('2026-05-01')
    const [leaf] = await leavesOf(test, 'rule-sheet.adopted', sheet?.hash ?? 'none')
    expect(leaf?.public).toMatchObject({
      sheet: sheet?.hash,
      effectiveFrom: '2026-05-01',
      resolution: goodResolution,
    })
    expect(leaf?.text).not.toContain(member.personId)
  })

  it('judges each deed by the sheet of its day', async () => {
    const dearer = testSheet((sheet) => ({
      ...sheet,
      items: sheet.items.map((item) =>
        item.ref === 'garden-rate'
          ? { ...item, base: { kind: 'fixed', pointsHundredths: 30 } }
          : item,
      ),
    }))
    await adopt(member, {
      ruleSheetId: await importSheet(test, drafter, dearer),
      effectiveFrom: '2026-03-10',
      resolution: goodResolution,
      lintAnswers,
    })
    const rater = await addPerson(test)
    const before = await score(test, rater, { occurredOn: '2026-03-09' })
    const after = await score(test, rater, { occurredOn: '2026-03-10' })
    expect([before.pointsHundredths, after.pointsHundredths]).toEqual([20, 30])
    expect(await inForce('2026-02-28')).toBeNull()
  })

  it('is done once for one key, and once where two of the committee adopt at one moment', async () => {
    const third = await addPerson(test, { roles: ['committee'] })
    const send = (who: TestPerson, { ruleSheetId, ...body }: AdoptInput, key?: string) =>
      call(test, who, 'POST', `/api/rule-sheets/${ruleSheetId}/adopt`, body, key ? { key } : {})
    const [first, second] = [
      await good({ effectiveFrom: '2026-07-01' }),
      await good({ effectiveFrom: '2026-08-01' }),
    ]
    await sentTwice(test, (key) => send(member, first, key))
    const both = [member, third].map((who) => send(who, second))
    expect(await outcomesOf(both)).toEqual(['already_adopted', 'done'])
  })
})
