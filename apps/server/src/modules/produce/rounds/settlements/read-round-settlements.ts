import { z } from 'zod'
import type { Actor } from '../../../../platform/actor.ts'
import type { Db } from '../../../../platform/database/database.ts'
import { cutPage, decodeCursor } from '../../../../platform/http/cursor.ts'
import { inLanguage, type Language } from '../../../../platform/http/language.ts'
import { permission } from '../../../../platform/http/permission.ts'
import type { Refusal } from '../../../../platform/refusal.ts'
import { readOffersById } from '../../../benefits/index.ts'
import { communityRefusals, readHouseholds, readSecondPersons } from '../../../community/index.ts'
import type { RoundReaders } from '../parts.ts'
import { settlementOffices } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { selectRound } from '../rounds/round.store.ts'
import { readStatementBytes, type GrowerStatement } from './grower-statement.ts'
import {
  selectSettlement,
  selectStatement,
  selectStatements,
  type RoundSettlement,
} from './settlement.store.ts'
import { workOutSettlement } from './work-out-settlement.ts'

interface Line {
  readonly no: number
  readonly householdId: string
  readonly netFen: number
  readonly carriedFen: number
  readonly paidFen: number
  readonly runId: string | null
}

/**
 * What each grower is paid: as it is worth now while it is proposed, as it was settled afterwards.
 * @throws Refusal 'unknown_round_settlement'
 */
export async function readRoundSettlement(
  { database }: Pick<RoundReaders, 'database'>,
  actor: Actor,
  language: Language,
  settlementId: string,
  page: { readonly cursor?: string | undefined; readonly limit: number },
) {
  const { villageId } = actor
  const list = `round settlement ${settlementId}`
  const after = decodeCursor(list, page.cursor, z.tuple([z.int()]))?.[0] ?? 0
  return database.readInVillage(villageId, async (db) => {
    const settlement = await selectSettlement(db, villageId, settlementId)
    if (settlement === null) throw refuse('unknown_round_settlement')
    const found = await linesAfter(db, villageId, settlement, { after, limit: page.limit + 1 })
    const cut = cutPage(list, found, page.limit, ({ no }) => [no])
    const ids = cut.shown.map(({ householdId }) => householdId)
    const households = await readHouseholds(db, villageId, ids)
    const { roundId, no, state, growerCount, weighInCount, netFen, paidFen } = settlement
    const offer = (await readOffersById(db, villageId, [roundId])).get(roundId)
    const why = await whyNotConfirming(db, actor, settlement)
    return {
      settlementId,
      roundId,
      no,
      state,
      growerCount,
      weighInCount,
      netFen,
      paidFen,
      title: inLanguage(language, offer?.titleZh ?? '', offer?.titleEn),
      canConfirm: permission(why, language),
      lines: cut.shown.map((line) => ({
        ...line,
        headName: households.get(line.householdId)?.headName ?? null,
        groupName: households.get(line.householdId)?.groupName ?? '',
        houseNo: households.get(line.householdId)?.houseNo ?? '',
      })),
      nextCursor: cut.nextCursor,
    }
  })
}

async function linesAfter(
  db: Db,
  villageId: string,
  { settlementId, roundId, state }: RoundSettlement,
  page: { readonly after: number; readonly limit: number },
): Promise<Line[]> {
  if (state === 'confirmed')
    return (await selectStatements(db, villageId, settlementId, page)).map(
      ({ no, householdId, netFen, carriedFen, paidFen, runId }) => ({
        no,
        householdId,
        netFen,
        carriedFen,
        paidFen,
        runId,
      }),
    )
  const round = await selectRound(db, villageId, roundId)
  if (round === null || state === 'dropped') return []
  const { lines } = await workOutSettlement(db, villageId, round)
  return lines
    .map(({ household, netFen, carriedFen, paidFen }, at) => ({
      no: at + 1,
      householdId: household.householdId,
      netFen,
      carriedFen,
      paidFen,
      runId: null,
    }))
    .filter(({ no }) => no > page.after)
    .slice(0, page.limit)
}

/** Why this person cannot confirm a settlement; null when they can. */
export async function whyNotConfirming(
  db: Db,
  { villageId, personId }: Actor,
  settlement: RoundSettlement,
): Promise<Refusal | null> {
  if (settlement.state !== 'proposed') return refuse('round_settlement_over')
  const ids = [settlement.proposedBy, personId]
  const judge = await readSecondPersons(db, villageId, settlementOffices, ids)
  const code = judge(settlement, personId)
  return code && communityRefusals(code)
}

/** The reader's own household's statement, or one of a settlement for who keeps them. */
export async function readGrowerStatement(
  { database }: Pick<RoundReaders, 'database'>,
  { villageId }: Actor,
  settlementId: string,
  householdId: string,
): Promise<GrowerStatement> {
  return database.readInVillage(villageId, async (db) => {
    const row = await selectStatement(db, villageId, settlementId, householdId)
    if (row === null) throw refuse('no_grower_statement')
    return readStatementBytes(row.statement, row.statementHash)
  })
}

/** So many statements of a settlement, after a line. */
export async function readGrowerStatements(
  { database }: Pick<RoundReaders, 'database'>,
  { villageId }: Actor,
  settlementId: string,
  page: { readonly after: number; readonly limit: number },
): Promise<GrowerStatement[]> {
  return database.readInVillage(villageId, async (db) => {
    const rows = await selectStatements(db, villageId, settlementId, page)
    if (rows.length === 0) throw refuse('no_grower_statement')
    return rows.map((row) => readStatementBytes(row.statement, row.statementHash))
  })
}
