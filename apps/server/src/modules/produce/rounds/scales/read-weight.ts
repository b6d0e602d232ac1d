import type { Actor } from '../../../../platform/actor.ts'
import type { RoundCommands, RoundParts, RoundReaders } from '../parts.ts'
import { refuse } from '../refusals.ts'
import { readSerialScale } from './read-serial-scale.ts'
import { insertReading, selectScale } from './scale.store.ts'

/**
 * Reads what a scale on a serial line weighs at this moment, and keeps it: a weigh-in that names the
 * reading stands in the record as read, since the server has seen it itself.
 * @throws Refusal 'unknown_scale', 'scale_speaks_otherwise', 'unknown_scale_line', those of readSerialScale
 */
export async function readWeight(
  {
    act,
    database,
    scaleLines,
  }: Pick<RoundCommands, 'act'> & Pick<RoundReaders, 'database'> & Pick<RoundParts, 'scaleLines'>,
  actor: Actor,
  key: string,
  { scaleId }: { readonly scaleId: string },
): Promise<{ readonly readingId: string; readonly grams: number }> {
  const { villageId, personId: readBy } = actor
  const scale = await database.inVillage(villageId, (db) => selectScale(db, villageId, scaleId))
  if (scale === null) throw refuse('unknown_scale')
  if (scale.line === null) throw refuse('scale_speaks_otherwise')
  const line = scaleLines?.get(villageId)?.get(scale.line)
  if (line === undefined) throw refuse('unknown_scale_line')
  // Before the transaction begins: a scale may take seconds to settle.
  const grams = await readSerialScale(line)
  return act({ name: 'read-weight', actor, key, input: { scaleId } }, async (tx) => {
    const reading = { readingId: tx.newId(), scaleId, grams, readBy, readAt: tx.now }
    await insertReading(tx.db, villageId, reading)
    return { readingId: reading.readingId, grams }
  })
}
