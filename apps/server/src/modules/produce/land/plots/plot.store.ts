import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/database.ts'
import { selectSubjectsOf, type Subject, type SubjectKind } from '../../../community/index.ts'
import type { Box, Ring } from '../geometry/ring.ts'
import type { LandTables } from '../tables.ts'

const tables = (db: Db) => db.withTables<LandTables>()

/** What has land: a plot, a household's yard, the wood under a flock. */
export const landKinds = ['plot', 'yard', 'flock'] as const satisfies readonly SubjectKind[]
export const soils = ['sandy', 'loam', 'clay', 'paddy'] as const
/** Whose it is to give: the collective's is leased, a household grows on its own. */
export const tenures = ['collective', 'household'] as const

/** What is known of the land of a subject. */
export interface SubjectLand {
  readonly tenure: (typeof tenures)[number]
  readonly ring: Ring
  readonly areaSquareMetres: number
  readonly statedSquareMetres: number | null
  readonly soil: (typeof soils)[number] | null
  /** Where it is watered from. */
  readonly water: string | null
}

export interface Plot extends SubjectLand {
  /** Of its subject. */
  readonly plotId: string
  readonly box: Box
  readonly isResting: boolean
}

/** Puts drawings in; the one of a plot that was drawn before takes its place. */
export async function savePlots(
  db: Db,
  villageId: string,
  plots: readonly Omit<Plot, 'isResting'>[],
  drawn: { readonly by: string; readonly at: Date },
): Promise<void> {
  const rows = plots.map((plot) => ({
    village_id: villageId,
    plot_id: plot.plotId,
    tenure: plot.tenure,
    ring_e7: [...plot.ring],
    west_e7: plot.box.westE7,
    south_e7: plot.box.southE7,
    east_e7: plot.box.eastE7,
    north_e7: plot.box.northE7,
    area_square_metres: plot.areaSquareMetres,
    stated_square_metres: plot.statedSquareMetres,
    soil: plot.soil,
    water: plot.water,
    is_resting: false,
    drawn_by: drawn.by,
    drawn_at: drawn.at,
  }))
  await tables(db)
    .insertInto('plot')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['village_id', 'plot_id']).doUpdateSet((eb) => ({
        tenure: eb.ref('excluded.tenure'),
        ring_e7: eb.ref('excluded.ring_e7'),
        west_e7: eb.ref('excluded.west_e7'),
        south_e7: eb.ref('excluded.south_e7'),
        east_e7: eb.ref('excluded.east_e7'),
        north_e7: eb.ref('excluded.north_e7'),
        area_square_metres: eb.ref('excluded.area_square_metres'),
        stated_square_metres: eb.ref('excluded.stated_square_metres'),
        soil: eb.ref('excluded.soil'),
        water: eb.ref('excluded.water'),
        drawn_by: eb.ref('excluded.drawn_by'),
        drawn_at: eb.ref('excluded.drawn_at'),
      })),
    )
    .execute()
}

/** A plot, held until the commit: of two who claim it one comes first. */
export async function lockPlot(db: Db, villageId: string, plotId: string): Promise<Plot | null> {
  const row = await plotQuery(db, villageId)
    .where('plot_id', '=', plotId)
    .forUpdate()
    .executeTakeFirst()
  return row ? toPlot(row) : null
}

/** Drawings are made one after another: each is held against those before. */
export async function lockLand(db: Db, villageId: string): Promise<void> {
  const key = `land ${villageId}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(db)
}

/** These plots by id, in one query; what has no land is absent. */
export async function readPlots(
  db: Db,
  villageId: string,
  plotIds: readonly string[],
): Promise<Map<string, Plot>> {
  if (plotIds.length === 0) return new Map()
  const rows = await plotQuery(db, villageId)
    .where(sql<boolean>`plot_id = any(${[...plotIds]}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.plot_id, toPlot(row)]))
}

/** A plot with the subject whose land it is. */
export interface PlotOfSubject extends Plot {
  readonly subject: Subject
}

/** All plots of a village, by label. */
export async function selectPlotsOf(db: Db, villageId: string): Promise<PlotOfSubject[]> {
  const [rows, subjects] = await Promise.all([
    plotQuery(db, villageId).execute(),
    selectSubjectsOf(db, villageId, landKinds),
  ])
  const plots = new Map(rows.map((row) => [row.plot_id, toPlot(row)]))
  return subjects.flatMap((subject) => {
    const plot = plots.get(subject.subjectId)
    return plot === undefined ? [] : [{ ...plot, subject }]
  })
}

export async function setResting(
  db: Db,
  villageId: string,
  plotId: string,
  isResting: boolean,
): Promise<void> {
  await tables(db)
    .updateTable('plot')
    .set({ is_resting: isResting })
    .where('village_id', '=', villageId)
    .where('plot_id', '=', plotId)
    .execute()
}

function plotQuery(db: Db, villageId: string) {
  return tables(db).selectFrom('plot').selectAll().where('village_id', '=', villageId)
}

function toPlot(row: LandTables['plot']): Plot {
  return {
    plotId: row.plot_id,
    tenure: row.tenure,
    ring: row.ring_e7,
    box: {
      westE7: row.west_e7,
      southE7: row.south_e7,
      eastE7: row.east_e7,
      northE7: row.north_e7,
    },
    areaSquareMetres: row.area_square_metres,
    statedSquareMetres: row.stated_square_metres,
    soil: row.soil,
    water: row.water,
    isResting: row.is_resting,
  }
}
