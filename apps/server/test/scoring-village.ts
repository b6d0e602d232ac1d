import type { LightMyRequestResponse } from 'fastify'
import { parseRuleSheet, type RuleItem, type RuleSheet } from '@azalea/scoring'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Actor, Role } from '../src/platform/actor.ts'
import type { Tx } from '../src/modules/record/index.ts'
import { checkLedger } from '../src/modules/ledger/index.ts'
import {
  adoptRuleSheet,
  checkAwards,
  importRuleSheet,
  scoreContribution,
  type NewContribution,
  type ScoredAward,
} from '../src/modules/scoring/index.ts'
import { addPerson, VILLAGE, type TestPerson, type TestServer } from './server.ts'

const gardenPath = join(
  import.meta.dirname,
  '../../../packages/scoring/fixtures/rule-sheets/dashigai-garden.json',
)

function gardenSheet(): RuleSheet {
  const parsed = parseRuleSheet(JSON.parse(readFileSync(gardenPath, 'utf8')))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.sheet
}

/** Items of one exclusive group: two final at once, two that go on notice; the second is higher. */
function exclusiveItems(pattern: RuleItem): RuleItem[] {
  const make = (ref: string, pointsHundredths: number, noticeDays: number): RuleItem => ({
    ...pattern,
    ref,
    name: { zh: `帮邻居（${ref}）`, en: `Help (${ref})` },
    base: { kind: 'fixed', pointsHundredths },
    caps: [],
    exclusiveGroup: noticeDays === 0 ? 'small-help' : 'help',
    noticeDays,
    stages: [{ stage: 'base' }, { stage: 'only_highest' }],
  })
  return [
    make('small-low', 20, 0),
    make('small-high', 50, 0),
    make('help-low', 500, 5),
    make('help-high', 1000, 7),
  ]
}

/** Dashigai's garden sheet with items of exclusive groups added, changed at will. */
export function testSheet(change: (sheet: RuleSheet) => RuleSheet = (sheet) => sheet): RuleSheet {
  const sheet = gardenSheet()
  const pattern = sheet.items.find(({ ref }) => ref === 'tool-repair')
  if (pattern === undefined) throw new Error('the garden sheet has lost tool-repair')
  return change({ ...sheet, items: [...sheet.items, ...exclusiveItems(pattern)] })
}

export function actorOf(person: TestPerson, ...roles: Role[]): Actor {
  return {
    villageId: person.villageId,
    personId: person.personId,
    householdId: person.householdId,
    roles: new Set<Role>(['villager', ...roles]),
    leadsGroupNo: roles.includes('group_leader') ? 1 : null,
  }
}

let keys = 0
export function nextKey(): string {
  keys += 1
  return `scoring-key-${keys}`
}

/** What most tests of scoring need: two committee members and a sheet in force since 1 March 2026. */
export interface ScoringVillage {
  readonly committee: TestPerson
  readonly secondMember: TestPerson
  readonly ruleSheetId: string
}

export const goodResolution = {
  date: '2026-03-01',
  eligible: 100,
  present: 60,
  for: 55,
  against: 5,
} as const

export async function importSheet(
  test: TestServer,
  drafter: TestPerson,
  sheet: unknown,
): Promise<string> {
  const file = Buffer.from(JSON.stringify(sheet))
  const actor = actorOf(drafter, 'committee')
  const { ruleSheetId, problems } = await importRuleSheet(
    { act: test.server.act, clock: test.clock },
    actor,
    nextKey(),
    { file },
  )
  if (ruleSheetId === null) throw new Error(JSON.stringify(problems))
  return ruleSheetId
}

/** Why the test sheet's one item that is warned of is adopted. */
export const lintAnswers = [{ ref: 'r169', reason: '只扣村规民约约定的分。' }]

export async function createScoringVillage(
  test: TestServer,
  options: { readonly villageId?: string; readonly sheet?: RuleSheet } = {},
): Promise<ScoringVillage> {
  const villageId = options.villageId ?? VILLAGE
  const committee = await addPerson(test, { villageId, roles: ['committee'] })
  const secondMember = await addPerson(test, { villageId, roles: ['committee'] })
  const ruleSheetId = await importSheet(test, committee, options.sheet ?? testSheet())
  await adoptRuleSheet(test.server, actorOf(secondMember, 'committee'), nextKey(), {
    ruleSheetId,
    effectiveFrom: '2026-03-01',
    resolution: goodResolution,
    lintAnswers,
  })
  return { committee, secondMember, ruleSheetId }
}

/** Runs work in a command of this person. */
export function inTx<T>(
  test: TestServer,
  person: TestPerson,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const command = { name: 'test', actor: actorOf(person), key: nextKey(), input: null }
  return test.server.act(command, work)
}

/** A contribution of this person: a rating on the test's first day, unless told. */
export function contributionOf(
  test: TestServer,
  person: TestPerson,
  given: Partial<NewContribution> = {},
): NewContribution {
  return {
    personId: person.personId,
    householdId: person.householdId,
    itemRef: 'garden-rate',
    sourceKind: 'rating',
    sourceId: test.server.newId(),
    quantity: 1,
    occurredOn: '2026-03-02',
    recordedBy: person.personId,
    ...given,
  }
}

/** Scores one contribution of this person in a command of its own. */
export function score(
  test: TestServer,
  person: TestPerson,
  given: Partial<NewContribution> = {},
): Promise<ScoredAward> {
  const contribution = contributionOf(test, person, given)
  return inTx(test, person, (tx) => scoreContribution(tx, test.server.scoring, contribution))
}

/** An hour of watch, which goes on notice. */
export const watchHour = {
  itemRef: 'watch-hour',
  sourceKind: 'attendance',
  quantity: 60,
  leaderScore: 5,
} as const

/** Whatever the ledger or the awards hold that does not agree. */
export async function disagreements(test: TestServer, villageId = VILLAGE): Promise<unknown[]> {
  return test.database.inVillage(villageId, async (db) => [
    ...(await checkLedger(db, villageId)),
    ...(await checkAwards(db, villageId)),
  ])
}

/** The leaves of a kind that name an award, a deed, a notice or a sheet's hash, oldest first. */
export async function leavesOf(
  test: TestServer,
  kind: string,
  id: string,
): Promise<{ text: string; public: Record<string, unknown> }[]> {
  const { rows } = await test.owner.query<{ leaf: Buffer }>(
    'SELECT leaf FROM record WHERE kind = $1 ORDER BY record_id',
    [kind],
  )
  const secret = await test.database.inVillage(VILLAGE, (db) => test.server.secrets.of(db, VILLAGE))
  const names = (['award', 'deed', 'notice'] as const).map((what) => secret.pseudonym(what, id))
  return rows
    .map(({ leaf }) => leaf.toString('utf8'))
    .filter((text) => [id, ...names].some((name) => text.includes(name)))
    .map((text) => ({
      text,
      public: (JSON.parse(text) as { public: Record<string, unknown> }).public,
    }))
}

/** The status of an answer, and the code of its problem if it has one. */
export async function outcome(
  answer: Promise<LightMyRequestResponse>,
): Promise<[number, string | null]> {
  const response = await answer
  const { code } = response.json<{ code?: string }>()
  return [response.statusCode, code ?? null]
}
