import type { Role } from '../src/platform/actor.ts'
import { readBalances } from '../src/modules/ledger/index.ts'
import {
  answerObjection,
  publishNotice,
  raiseObjection,
  type AnswerObjectionInput,
  type NewContribution,
  type RaiseObjectionInput,
  type ScoredAward,
} from '../src/modules/scoring/index.ts'
import { actorOf, leavesOf, nextKey, score, watchHour } from './scoring-village.ts'
import { addPerson, VILLAGE, type TestPerson, type TestServer } from './server.ts'

/** What jobs of scoring work with. */
export function partsOf({ server, database, clock }: TestServer) {
  return { ...server, database, clock }
}

export function raise(
  test: TestServer,
  by: TestPerson,
  given: { readonly awardId: string } & Partial<RaiseObjectionInput>,
  ...roles: Role[]
) {
  const { act, scoring } = test.server
  return raiseObjection({ act, scoring }, actorOf(by, ...roles), nextKey(), {
    words: '那天我值了两个小时，只记了一个小时',
    ...given,
  })
}

/** As a member of the committee, unless told. */
export function answer(
  test: TestServer,
  by: TestPerson,
  given: AnswerObjectionInput,
  role: Role = 'committee',
) {
  const { act, scoring } = test.server
  return answerObjection({ act, scoring }, actorOf(by, role), nextKey(), given)
}

export const refused = (objectionId: string): AnswerObjectionInput => ({
  objectionId,
  outcome: 'refused',
  reasons: '签到记录显示值守六十分钟',
})
export const upheld = (objectionId: string): AnswerObjectionInput => ({
  objectionId,
  outcome: 'upheld',
  reasons: '经核实，值守了两个小时',
})

export async function objectionRow({ owner }: TestServer, objectionId: string) {
  const { rows } = await owner.query('SELECT * FROM objection WHERE objection_id = $1', [
    objectionId,
  ])
  return rows[0]
}

/** The code of the refusal, or 'done'. */
export async function codeOf(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt
    return 'done'
  } catch (error) {
    if (error instanceof Error && 'code' in error) return String(error.code)
    throw error
  }
}

/** An hour of watch, published by somebody who has nothing else to do with it. */
export async function onNotice(
  test: TestServer,
  person: TestPerson,
  given: Partial<NewContribution> = {},
): Promise<ScoredAward & { endsAt: Date }> {
  const award = await score(test, person, { ...watchHour, ...given })
  const publisher = actorOf(await addPerson(test), 'committee')
  const { act, scoring } = test.server
  const input = { awardIds: [award.awardId] }
  const { endsAt } = await publishNotice({ act, scoring }, publisher, nextKey(), input)
  return { ...award, endsAt: new Date(endsAt) }
}

export async function awardRow({ owner }: TestServer, awardId: string) {
  const { rows } = await owner.query<{ state: string; points: number; quantity: number }>(
    `SELECT award.state, points_hundredths::int AS points, quantity::int
     FROM award JOIN contribution USING (village_id, contribution_id) WHERE award_id = $1`,
    [awardId],
  )
  return rows[0]
}

export async function honour({ database }: TestServer, person: TestPerson): Promise<number> {
  const balances = await database.inVillage(VILLAGE, (db) =>
    readBalances(db, VILLAGE, person.householdId),
  )
  return balances.honourHundredths
}

/** What a person was told about objections, oldest first. */
export async function messagesOf({ owner }: TestServer, person: TestPerson) {
  const { rows } = await owner.query<{ kind: string; params: Record<string, unknown> }>(
    "SELECT kind, params FROM message WHERE person_id = $1 AND kind LIKE 'objection.%' ORDER BY message_id",
    [person.personId],
  )
  return rows
}

/** What the log holds of an objection under this kind. */
export async function objectionLeaf(test: TestServer, kind: string, objectionId: string) {
  const secret = await test.database.inVillage(VILLAGE, (db) => test.server.secrets.of(db, VILLAGE))
  const [leaf] = await leavesOf(test, kind, secret.pseudonym('objection', objectionId))
  return leaf ?? { text: '', public: {} }
}
