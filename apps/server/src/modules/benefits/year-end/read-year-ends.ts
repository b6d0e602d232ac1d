import { explainShare } from '@azalea/scoring/sharing'
import { z } from 'zod'
import type { Actor } from '../../../platform/actor.ts'
import type { Db } from '../../../platform/database/database.ts'
import { cutPage, decodeCursor } from '../../../platform/http/cursor.ts'
import { inLanguage, type Language } from '../../../platform/http/language.ts'
import { permission } from '../../../platform/http/permission.ts'
import type { Refusal } from '../../../platform/refusal.ts'
import { readHouseholds, whyNotSecondPerson } from '../../community/index.ts'
import type { VillageSecrets } from '../../record/index.ts'
import type { Readers } from '../parts.ts'
import { yearEndOffices } from './policy.ts'
import { refuse } from './refusals.ts'
import { workOutShares, type NamedShare } from './work-out-shares.ts'
import {
  selectShares,
  selectSharesOf,
  selectYearEnd,
  selectYearEnds,
  type YearEnd,
} from './year-end.store.ts'

type SharesReaders = Readers & { readonly secrets: VillageSecrets }

/** Every year-end share-out of the village, newest first. */
export async function readYearEnds({ database }: Readers, actor: Actor, language: Language) {
  const found = await database.inVillage(actor.villageId, (db) =>
    selectYearEnds(db, actor.villageId),
  )
  return { items: found.map((yearEnd) => brief(yearEnd, language)) }
}

function brief(yearEnd: YearEnd, language: Language) {
  const { titleZh, titleEn, proposedBy: _, proposerHouseholdId: __, ...rest } = yearEnd
  return {
    ...rest,
    title: inLanguage(language, titleZh, titleEn),
    proposedAt: yearEnd.proposedAt.toISOString(),
    endedAt: yearEnd.endedAt?.toISOString() ?? null,
  }
}

/** A year-end share-out with a page of its shares: as proposed, or as paid. @throws Refusal 'unknown_year_end' */
export async function readYearEnd(
  { database, secrets }: SharesReaders,
  actor: Actor,
  language: Language,
  yearEndId: string,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
) {
  const { villageId } = actor
  const list = `year-end ${yearEndId}`
  const after = decodeCursor(list, cursor, z.tuple([z.int()]))?.[0] ?? 0
  return database.inVillage(villageId, async (db) => {
    const yearEnd = await selectYearEnd(db, villageId, yearEndId)
    if (yearEnd === null) throw refuse('unknown_year_end')
    const lines = await linesAfter(db, villageId, secrets, yearEnd, { after, limit: limit + 1 })
    const { shown, nextCursor } = cutPage(list, lines, limit, ({ no }) => [no])
    return {
      ...brief(yearEnd, language),
      canConfirm: permission(await whyNotConfirming(db, actor, yearEnd), language),
      lines: shown.map(({ no, household, pointsHundredths, shareFen, hasRemainder }) => ({
        no,
        headName: household.headName,
        groupName: household.groupName,
        houseNo: household.houseNo,
        pointsHundredths,
        shareFen,
        hasRemainder,
      })),
      nextCursor,
    }
  })
}

async function linesAfter(
  db: Db,
  villageId: string,
  secrets: VillageSecrets,
  yearEnd: YearEnd,
  page: { readonly after: number; readonly limit: number },
): Promise<NamedShare[]> {
  if (yearEnd.state !== 'confirmed') {
    const { lines } = await workOutShares(db, villageId, await secrets.of(db, villageId), yearEnd)
    return lines.slice(page.after, page.after + page.limit)
  }
  const shares = await selectShares(db, villageId, yearEnd.yearEndId, page)
  const ids = shares.map(({ householdId }) => householdId)
  const households = await readHouseholds(db, villageId, ids)
  return shares.flatMap((share) => {
    const household = households.get(share.householdId)
    return household === undefined ? [] : [{ ...share, household }]
  })
}

async function whyNotConfirming(
  db: Db,
  { villageId, personId }: Actor,
  yearEnd: YearEnd,
): Promise<Refusal | null> {
  if (yearEnd.state !== 'proposed') return refuse('year_end_over')
  return whyNotSecondPerson({ db, villageId }, yearEndOffices, yearEnd, personId)
}

/** One's household's share of each year-end share-out, with the sentence that says why. */
export async function readOwnShares({ database }: Readers, actor: Actor, language: Language) {
  const items = await database.inVillage(actor.villageId, (db) => readSharesOf(db, actor, language))
  return { items }
}

export async function readSharesOf(db: Db, { villageId, householdId }: Actor, language: Language) {
  if (householdId === null) return []
  const found = await selectSharesOf(db, villageId, householdId)
  return found.map(({ yearEnd, share: { pointsHundredths, shareFen, hasRemainder } }) => {
    const { yearEndId, titleZh, titleEn, poolFen, totalHundredths, through, before } = yearEnd
    const share = { poolFen, totalHundredths, pointsHundredths, shareFen, hasRemainder }
    return {
      yearEndId,
      title: inLanguage(language, titleZh, titleEn),
      through,
      before,
      ...share,
      sharesHash: yearEnd.sharesHash,
      sentence: explainShare(share, language),
      sharedAt: yearEnd.endedAt?.toISOString() ?? null,
    }
  })
}
