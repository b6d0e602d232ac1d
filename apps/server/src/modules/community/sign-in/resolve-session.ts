import { createHash } from 'node:crypto'
import { roles, type Actor, type Role } from '../../../platform/actor.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { Session, SessionSource } from '../../../platform/http/route.ts'
import { prolongSession, selectSessionHolder, type SessionHolder } from './session.store.ts'

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
export function createSessionSource({ statements }: Database, clock: Clock): SessionSource {
  return {
    async resolve(cookie): Promise<Session | null> {
      const now = clock.now()
      const holder = await selectSessionHolder(statements, sessionHashOf(cookie))
      if (holder === null || holder.expiresAt <= now) return null
      const { sessionHash, phoneHash, expiresAt } = holder
      // Moved once a day, not on every request.
      if (sessionEnd(now).getTime() - expiresAt.getTime() > DAY_MILLISECONDS)
        await prolongSession(statements, sessionHash, sessionEnd(now))
      return { sessionHash, phoneHash, actor: actorOf(holder) }
    },
  }
}

function actorOf({ villageId, personId, actor }: SessionHolder): Actor | null {
  if (villageId === null || personId === null || actor === null) return null
  const granted = actor.roles.filter((role): role is Role => roles.some((known) => known === role))
  return {
    villageId,
    personId,
    householdId: actor.householdId,
    roles: new Set<Role>(['villager', ...granted]),
    leadsGroupNo: actor.leadsGroupNo,
  }
}
