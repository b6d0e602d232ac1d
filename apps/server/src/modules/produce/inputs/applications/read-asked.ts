import type { Actor } from '../../../../platform/actor.ts'
import type { Db } from '../../../../platform/database/database.ts'
import type { Language } from '../../../../platform/http/language.ts'
import { permission } from '../../../../platform/http/permission.ts'
import type { Refusal } from '../../../../platform/refusal.ts'
import { concernsKin, readPeopleNames } from '../../../community/index.ts'
import type { Readers } from '../parts.ts'
import { readGrownPlot, whyNotSeeingTo, type GrownPlot } from '../plot-grower.ts'
import { refuse } from '../refusals.ts'
import { selectAsked, type RequestRow } from './application.store.ts'
import { judgeRequest, refusalOf, type AskedProduct } from './judge-request.ts'
import { presentDecision } from './present-decision.ts'

/** What waits for a technician, the oldest first. */
export async function readAsked({ database, clock }: Readers, actor: Actor, language: Language) {
  const { villageId } = actor
  return database.inVillage(villageId, async (db) => {
    const rows = await selectAsked(db, villageId, null)
    const reader = { db, actor, language, now: clock.now() }
    const plots = new Map<string, GrownPlot>()
    for (const { plotId } of rows)
      if (!plots.has(plotId))
        plots.set(plotId, await readGrownPlot(db, villageId, plotId, reader.now))
    const items = []
    for (const row of rows) {
      const grown = plots.get(row.plotId)
      if (grown !== undefined) items.push(await presentAsked(reader, grown, row))
    }
    return { items }
  })
}

/** What the rules would say of a product. @throws Refusal 'unknown_plot_of_inputs' */
export async function checkApplication(
  { database, clock }: Readers,
  { villageId }: Actor,
  { plotId, asked }: { readonly plotId: string; readonly asked: AskedProduct },
  language: Language,
) {
  return database.inVillage(villageId, async (db) => {
    const now = clock.now()
    const grown = await readGrownPlot(db, villageId, plotId, now)
    return presentDecision(await judgeRequest(db, villageId, grown, asked, now), language)
  })
}

interface Reader {
  readonly db: Db
  readonly actor: Actor
  readonly language: Language
  readonly now: Date
}

export async function presentAsked(
  { db, actor, language, now }: Reader,
  grown: GrownPlot,
  row: RequestRow,
) {
  const { villageId } = actor
  const decision = await judgeRequest(db, villageId, grown, row, now)
  const bar = await whyNotAnswering(db, actor, grown, row)
  const names = await readPeopleNames(db, villageId, [row.askedBy])
  return {
    applicationId: row.applicationId,
    plotId: row.plotId,
    plotLabel: grown.subject.label,
    areaSquareMetres: grown.plot.areaSquareMetres,
    productName: decision.use?.name ?? null,
    registrationNumber: row.registrationNumber,
    crop: row.crop,
    amount: { ...row.amount },
    askedByName: names.get(row.askedBy) ?? null,
    askedAt: row.askedAt.toISOString(),
    state: row.state,
    decision: presentDecision(decision, language),
    canApprove: permission(bar ?? refusalOf(decision), language),
  }
}

/** What bars a technician from answering: they live with who asked, or on whose plot it is. */
export async function whyNotAnswering(
  db: Db,
  actor: Actor,
  grown: GrownPlot,
  { askedBy, householdId }: Pick<RequestRow, 'askedBy' | 'householdId'>,
): Promise<Refusal | null> {
  const party = { personId: askedBy, householdId }
  if (await concernsKin(db, actor.villageId, actor.personId, party))
    return refuse('own_household_application')
  return whyNotSeeingTo(db, actor, grown)
}
