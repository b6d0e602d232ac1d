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
  /** Each names what does not agree in a village's data; the server does not start on what disagrees. */
  readonly checks?: readonly ConsistencyCheck[]
  readonly inbox?: readonly InboxPart<Parts>[]
  readonly home?: readonly HomePart<Parts>[]
  readonly dataBank?: readonly DataBankPart<Parts>[]
  readonly paper?: readonly PaperPart<Parts>[]
  readonly setUp?: readonly SetUpStep[]
  readonly erase?: readonly Erasure<Parts>[]
  readonly duties?: readonly Duties[]
}

export type ConsistencyCheck = (db: Db, villageId: string) => Promise<readonly unknown[]>

/** One contribution of several: a large module joins those of its submodules, from the lowest up. */
export function joinSubmodules<Parts>(
  name: string,
  submodules: readonly Module<Parts>[],
): Module<Parts> {
  return {
    name,
    listen: (parts) => {
      for (const submodule of submodules) submodule.listen?.(parts)
    },
    routes: (http, parts) => {
      for (const submodule of submodules) submodule.routes?.(http, parts)
    },
    jobs: (parts) => submodules.flatMap((submodule) => submodule.jobs?.(parts) ?? []),
    checks: submodules.flatMap((submodule) => submodule.checks ?? []),
    inbox: submodules.flatMap((submodule) => submodule.inbox ?? []),
    home: submodules.flatMap((submodule) => submodule.home ?? []),
    dataBank: submodules.flatMap((submodule) => submodule.dataBank ?? []),
    paper: submodules.flatMap((submodule) => submodule.paper ?? []),
    setUp: submodules.flatMap((submodule) => submodule.setUp ?? []),
    erase: submodules.flatMap((submodule) => submodule.erase ?? []),
    duties: submodules.flatMap((submodule) => submodule.duties ?? []),
  }
}
