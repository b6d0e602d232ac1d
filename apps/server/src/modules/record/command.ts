import type { Json } from '@azalea/records'
import type { Actor } from '../../platform/actor.ts'
import type { Db } from '../../platform/database/database.ts'

export interface Command {
  /** What is asked, e.g. 'rate-subject'; with `input` it tells a replay from another request. */
  readonly name: string
  readonly actor: Actor
  /** Chosen by the sender: the same key never acts twice. */
  readonly key: string
  readonly input: Json
  /**
   * Runs before the key is claimed, on a replay too: a founding makes the village that its own key
   * and records will belong to. Must bear being repeated.
   */
  readonly prepare?: (db: Db, now: Date) => Promise<void>
}
