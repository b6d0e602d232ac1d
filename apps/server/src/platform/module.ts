import type { FastifyInstance } from 'fastify'
import type {
  DataBankPart,
  Duties,
  Erasure,
  HomePart,
  InboxPart,
  SetUpStep,
} from './contributions.ts'
import type { Db } from './database/database.ts'
import type { Job } from './jobs.ts'
import type { PaperPart } from './on-paper.ts'

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
  readonly inbox?: readonly InboxPart<Parts>[]
  readonly home?: readonly HomePart<Parts>[]
  readonly dataBank?: readonly DataBankPart<Parts>[]
  readonly paper?: readonly PaperPart<Parts>[]
  readonly setUp?: readonly SetUpStep[]
  readonly erase?: readonly Erasure<Parts>[]
  readonly duties?: readonly Duties[]
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
    inbox: rooms.flatMap((room) => room.inbox ?? []),
    home: rooms.flatMap((room) => room.home ?? []),
    dataBank: rooms.flatMap((room) => room.dataBank ?? []),
    paper: rooms.flatMap((room) => room.paper ?? []),
    setUp: rooms.flatMap((room) => room.setUp ?? []),
    erase: rooms.flatMap((room) => room.erase ?? []),
    duties: rooms.flatMap((room) => room.duties ?? []),
  }
}
