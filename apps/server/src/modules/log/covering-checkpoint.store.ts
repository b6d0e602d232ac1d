import { parseNote } from '@azalea/tlog'
import type { Db } from '../../platform/database/database.ts'
import type { LogTables } from './tables.ts'

/**
 * The checkpoint that was the first to be published with this record in its tree: origin, size and
 * root as they were signed, without signatures. Null while there is none.
 */
export async function readCoveringCheckpoint(
  db: Db,
  villageId: string,
  recordId: string,
): Promise<string | null> {
  const row = await db
    .withTables<LogTables>()
    .selectFrom('log')
    .innerJoin('log_entry', (join) =>
      join
        .onRef('log_entry.village_id', '=', 'log.village_id')
        .onRef('log_entry.generation', '=', 'log.generation'),
    )
    .innerJoin('log_checkpoint', (join) =>
      join
        .onRef('log_checkpoint.village_id', '=', 'log_entry.village_id')
        .onRef('log_checkpoint.generation', '=', 'log_entry.generation')
        .onRef('log_checkpoint.tree_size', '>', 'log_entry.entry_index'),
    )
    .select('log_checkpoint.note')
    .where('log.village_id', '=', villageId)
    .where('log.retired_at', 'is', null)
    .where('log_entry.record_id', '=', recordId)
    .orderBy('log_checkpoint.tree_size')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? null : parseNote(row.note).text
}
