import { createHash } from 'node:crypto'
import { roles, type Actor, type Role } from '../../../platform/actor.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { Session, SessionSource } from '../../../platform/http/route.ts'
import { prolongSession, selectSessionHolder, type SessionHolder } from './session.store.ts'

/** A session ends when it has not been used for this long. */
export const SESSION_DAYS = 30
const DAY_MILLISECONDS = 86_400_000

/** What is stored of a session's cookie or token: its hash, so that a stolen table opens no door. */
export function sessionHashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}

export function sessionEnd(now: Date): Date {
  return new Date(now.getTime() + SESSION_DAYS * DAY_MILLISECONDS)
}

/** Reads who is behind a session, freshly on every request: a revoked session or role ends at once. */
export function createSessionSource({ statements }: Database, clock: Clock): SessionSource {
  return {
    async resolve({ carrier, value }): Promise<Session | null> {
      const now = clock.now()
      const holder = await selectSessionHolder(statements, sessionHashOf(value))
      if (holder === null || holder.expiresAt <= now) return null
      const { sessionHash, phoneHash, accountHash, expiresAt } = holder
      // What one kind of client holds opens nothing in the hands of the other.
      if ((carrier === 'bearer') !== (accountHash !== null)) return null
      // Moved once a day, not on every request.
      if (sessionEnd(now).getTime() - expiresAt.getTime() > DAY_MILLISECONDS)
        await prolongSession(statements, sessionHash, sessionEnd(now))
      return { sessionHash, phoneHash, accountHash, actor: actorOf(holder) }
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
    roles: new Set<Role>(actor.isOutsider ? granted : ['villager', ...granted]),
    leadsGroupNo: actor.leadsGroupNo,
  }
}
