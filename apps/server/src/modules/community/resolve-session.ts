import { createHash } from 'node:crypto'
import { roles, type Actor, type Role } from '../../platform/actor.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import type { Session, SessionSource } from '../../platform/http/route.ts'
import { selectActor, selectSession } from './session.store.ts'

/** What is stored of a session cookie: its hash, so that a stolen table opens no door. */
export function sessionHashOf(cookie: string): string {
  return createHash('sha256').update(cookie).digest('base64url')
}

/** Reads who is behind a cookie, freshly on every request: a revoked session or role ends at once. */
export function createSessionSource(database: Database, clock: Clock): SessionSource {
  return {
    resolve: async (cookie): Promise<Session | null> => {
      const row = await database.outsideVillages((db) => selectSession(db, sessionHashOf(cookie)))
      if (row === null || row.expiresAt <= clock.now()) return null
      const { sessionHash, phoneHash, villageId, personId } = row
      if (villageId === null || personId === null) return { sessionHash, phoneHash, actor: null }
      return { sessionHash, phoneHash, actor: await readActor(database, villageId, personId) }
    },
  }
}

async function readActor(
  database: Database,
  villageId: string,
  personId: string,
): Promise<Actor | null> {
  const row = await database.inVillage(villageId, (db) => selectActor(db, villageId, personId))
  if (row === null) return null
  const granted = row.roles.filter((role): role is Role => roles.some((known) => known === role))
  return {
    villageId,
    personId,
    householdId: row.householdId,
    roles: new Set<Role>(['villager', ...granted]),
    leadsGroupNo: row.leadsGroupNo,
  }
}
