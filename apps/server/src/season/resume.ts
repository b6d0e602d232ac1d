import { readAcceptedCommands, type Act } from '../modules/record/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/database/database.ts'

/** A command that an earlier load gave and that was refused then: so it is refused again. */
export class RefusedEarlier extends Error {
  override readonly name = 'RefusedEarlier'
}

const PREFIX = 'season-'

/**
 * The command path for a season that may have been cut off. Accepted commands answer as they did,
 * and nobody asks the database for it. One that was refused left no trace, and asked again it would
 * be judged by what has happened since; so before the last accepted command's time, what was not
 * accepted stays refused.
 * @throws RefusedEarlier for those
 */
export async function resumingAct(
  { act, clock, database }: { act: Act; clock: Clock; database: Database },
  villageId: string,
): Promise<Act> {
  const accepted = await database.inVillage(villageId, (db) =>
    readAcceptedCommands(db, villageId, PREFIX),
  )
  const { latestAt } = accepted
  if (latestAt === null) return act
  return async (command, work) => {
    const first = accepted.replay<Awaited<ReturnType<typeof work>>>(command)
    if (first !== null) return first.answer
    if (clock.now() < latestAt && command.key.startsWith(PREFIX))
      throw new RefusedEarlier(command.key)
    return act(command, work)
  }
}
