import type { Database } from '../../../platform/database/database.ts'
import type { Session } from '../../../platform/http/route.ts'
import { deleteSession, deleteSessionsOfPhone } from './session.store.ts'

/** Ends this session, or every session of this telephone on all devices and in all villages. */
export async function signOut(
  database: Database,
  session: Session,
  everywhere: boolean,
): Promise<void> {
  await database.outsideVillages((db) =>
    everywhere
      ? deleteSessionsOfPhone(db, session.phoneHash)
      : deleteSession(db, session.sessionHash),
  )
}
