import { createHash } from 'node:crypto'
import { roles, type Actor, type Role } from '../../../platform/actor.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Database, Db } from '../../../platform/database/database.ts'
import type { Session, SessionSource } from '../../../platform/http/route.ts'
import { enterSession, prolongSession, selectActor } from './session.store.ts'

/** A session ends when it has not been used for this long. */
export const SESSION_DAYS = 30
const DAY_MILLISECONDS = 86_400_000

/** What is stored of a session cookie: its hash, so that a stolen table opens no door. */
export function sessionHashOf(cookie: string): string {
  return createHash('sha256').update(cookie).digest('base64url')
}

export function sessionEnd(now: Date): Date {
  return new Date(now.getTime() + SESSION_DAYS * DAY_MILLISECONDS)
}

/** Reads who is behind a cookie, freshly on every request: a revoked session or role ends at once. */
export function createSessionSource(database: Database, clock: Clock): SessionSource {
  return {
    resolve: (cookie): Promise<Session | null> =>
      database.outsideVillages(async (db) => {
        const now = clock.now()
        const row = await enterSession(db, sessionHashOf(cookie))
        if (row === null || row.expiresAt <= now) return null
        const { sessionHash, phoneHash, villageId, personId } = row
        // Moved once a day, not on every request.
        if (sessionEnd(now).getTime() - row.expiresAt.getTime() > DAY_MILLISECONDS)
          await prolongSession(db, sessionHash, sessionEnd(now))
        if (villageId === null || personId === null) return { sessionHash, phoneHash, actor: null }
        return { sessionHash, phoneHash, actor: await readActor(db, villageId, personId) }
      }),
  }
}

async function readActor(db: Db, villageId: string, personId: string): Promise<Actor | null> {
  const row = await selectActor(db, villageId, personId)
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
