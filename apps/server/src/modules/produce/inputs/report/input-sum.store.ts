import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/database.ts'
import type { InputTables } from '../tables.ts'

const tables = (db: Db) => db.withTables<InputTables>()

/** What was put on one plot in one season, of one kind. */
export interface InputSum {
  readonly season: string
  readonly plotId: string
  readonly kind: InputTables['application']['kind']
  readonly unit: InputTables['application']['unit']
  readonly thousandths: number
  readonly times: number
}

export async function selectInputSums(db: Db, villageId: string): Promise<readonly InputSum[]> {
  return tables(db)
    .selectFrom('application')
    .select(['season', 'plot_id as plotId', 'kind', 'unit'])
    .select(sql<number>`sum(thousandths)::bigint`.as('thousandths'))
    .select(sql<number>`count(*)::integer`.as('times'))
    .where('village_id', '=', villageId)
    .groupBy(['season', 'plot_id', 'kind', 'unit'])
    .orderBy('season')
    .orderBy('plot_id')
    .orderBy('kind')
    .orderBy('unit')
    .execute()
}
