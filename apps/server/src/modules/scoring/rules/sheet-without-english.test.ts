import type { RuleSheet } from '@azalea/scoring'
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { raise } from '../../../../test/objection-village.ts'
import {
  actorOf,
  createScoringVillage,
  nextKey,
  score,
  testSheet,
  watchHour,
  type ScoringVillage,
} from '../../../../test/scoring-village.ts'
import {
  addPerson,
  call,
  createTestServer,
  VILLAGE,
  type TestPerson,
  type TestServer,
} from '../../../../test/server.ts'
import { publishNotice } from '../index.ts'
import { readSheetFile } from './read-sheet-file.ts'
import { writeWorkbook } from './write-workbook.ts'

let test: TestServer
let village: ScoringVillage
let villager: TestPerson
let urls: { open: readonly string[]; own: readonly string[]; office: readonly string[] }

/** As villages write their sheets: nothing in it is in English. */
function chineseSheet(): RuleSheet {
  const text = JSON.stringify(testSheet(), (key, value: unknown) =>
    key === 'en' ? undefined : value,
  )
  return JSON.parse(text) as RuleSheet
}

beforeAll(async () => {
  test = await createTestServer()
  village = await createScoringVillage(test, { sheet: chineseSheet() })
  villager = await addPerson(test)
  const { awardId } = await score(test, villager, watchHour)
  const publisher = actorOf(village.committee, 'committee')
  const { act, scoring } = test.server
  const { noticeId } = await publishNotice({ act, scoring }, publisher, nextKey(), {
    awardIds: [awardId],
  })
  const { objectionId } = await raise(test, villager, { awardId })
  await score(test, villager)
  urls = {
    open: [`/api/villages/${VILLAGE}/notices/${noticeId}`],
    own: [
      '/api/me/awards',
      `/api/awards/${awardId}`,
      `/api/notices/${noticeId}/awards`,
      '/api/me/objections',
    ],
    office: [
      '/api/awards',
      '/api/rule-sheets',
      '/api/objections',
      `/api/objections/${objectionId}`,
    ],
  }
})
afterAll(() => test.close())

/** Every text of an answer that holds a name or a title of the sheet. */
function namesIn(answer: unknown, names: ReadonlySet<string>): string[] {
  if (typeof answer === 'string')
    return [...names].some((name) => answer.includes(name)) ? [answer] : []
  if (typeof answer !== 'object' || answer === null) return []
  return Object.values(answer).flatMap((one) => namesIn(one, names))
}

it('falls back to Chinese and says so, wherever a reader of English meets the sheet', async () => {
  const sheet = chineseSheet()
  const names = new Set([sheet.title.zh, ...sheet.items.map(({ name }) => name.zh)])
  const walk = [
    ...urls.open.map((url) => [null, url] as const),
    ...urls.own.map((url) => [villager, url] as const),
    ...urls.office.map((url) => [village.secondMember, url] as const),
  ]
  let met = 0
  for (const [who, url] of walk) {
    const answer = await call(test, who, 'GET', url, undefined, { language: 'en' })
    const found = namesIn(answer.json(), names)
    expect([url, answer.statusCode]).toEqual([url, 200])
    met += found.length
    expect(found.filter((one) => !one.includes('(Chinese only)'))).toEqual([])
    const chinese = await call(test, who, 'GET', url)
    expect(JSON.stringify(chinese.json())).not.toContain('(Chinese only)')
  }
  expect(met).toBeGreaterThan(6)
})

it('says it in the sentence of a refusal too', async () => {
  const refusal = await call(
    test,
    villager,
    'POST',
    '/api/deeds',
    {
      personId: villager.personId,
      itemRef: 'garden-rate',
      occurredOn: '2026-03-02',
      words: '看了菜园',
      quantity: 1,
    },
    { language: 'en' },
  )
  expect(refusal.json()).toMatchObject({ code: 'item_by_rating' })
  expect(refusal.json().detail).toContain('(Chinese only)')
})

it('leaves the English cells of the workbook empty, and reads the same sheet back', async () => {
  const url = `/api/rule-sheets/${village.ruleSheetId}`
  const { sheet } = (await call(test, village.committee, 'GET', url)).json()
  expect(sheet.title.en).toBe(sheet.title.zh)
  const workbook = Buffer.from(await writeWorkbook(sheet))
  const read = await readXlsx(workbook)
  const rows = read.sheets.flatMap((one) => one.rows)
  const twice = (sheet as RuleSheet).items.filter(({ name }) =>
    rows.some((row) => row.filter((cell) => cell === name.zh).length > 1),
  )
  expect(twice).toEqual([])
  const defaults = { villageId: VILLAGE, effectiveFrom: '2026-03-01' }
  expect(await readSheetFile(workbook, defaults)).toEqual({ ok: true, sheet })
})
