import type { FastifyInstance } from 'fastify'
import type { Db } from './database/database.ts'
import type { Job } from './jobs.ts'

/**
 * What a module contributes to the server, each part where it has one; `Parts` is what it works
 * with. The list of them is `modules.ts`: whoever adds a module adds a line there.
 */
export interface Module<Parts> {
  readonly name: string
  /** Answers what other modules tell. Modules listen in the order of the list. */
  readonly listen?: (parts: Parts) => void
  readonly routes?: (http: FastifyInstance, parts: Parts) => void
  /** What the clock asks of every village. */
  readonly jobs?: (parts: Parts) => readonly Job[]
  /** Each names what does not agree in a village's books; the server does not start on books that disagree. */
  readonly checks?: readonly BookCheck[]
}

export type BookCheck = (db: Db, villageId: string) => Promise<readonly unknown[]>

/** One contribution of several: a large module joins those of its rooms, from the lowest up. */
export function joinRooms<Parts>(name: string, rooms: readonly Module<Parts>[]): Module<Parts> {
  return {
    name,
    listen: (parts) => {
      for (const room of rooms) room.listen?.(parts)
    },
    routes: (http, parts) => {
      for (const room of rooms) room.routes?.(http, parts)
    },
    jobs: (parts) => rooms.flatMap((room) => room.jobs?.(parts) ?? []),
    checks: rooms.flatMap((room) => room.checks ?? []),
  }
}
