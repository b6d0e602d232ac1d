import { addCivilDays, atCivilTime } from '@azalea/text'
import type { Actor } from '../platform/actor.ts'
import type { Database } from '../platform/database/database.ts'
import type { PayeeParts } from '../modules/money/index.ts'
import type { Act, VillageSecrets } from '../modules/record/index.ts'
import type { Scoring } from '../modules/scoring/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { NewId, Randomness } from '../platform/identity.ts'
import type { Keyring } from '../platform/keyring.ts'
import type { SeededChance } from './random.ts'
import type { Timeline } from './timeline.ts'

/** Somebody who takes part in the season. */
export interface Player {
  readonly actor: Actor
  readonly householdId: string
  readonly groupNo: number
}

/** Something with a plate. */
export interface Place {
  readonly subjectId: string
  readonly code: string
  readonly label: string
  readonly keeperHouseholdId: string | null
}

export interface Cast {
  /** Grown-ups of households that have joined. */
  readonly villagers: readonly Player[]
  /** Heads of households that have not joined when the season begins. */
  readonly undecided: readonly Player[]
  /** Everybody on the roster who has a telephone. */
  readonly byPhone: ReadonlyMap<string, Player>
  readonly committee: readonly Player[]
  readonly supervisors: readonly Player[]
  readonly groupLeaders: readonly Player[]
  readonly plots: readonly Place[]
  readonly yards: readonly Place[]
  readonly posts: readonly Place[]
}

/** The doors through which the season acts: the same that HTTP uses. */
export interface FoundingDoors extends Doors, PayeeParts {
  readonly keyring: Keyring
}

export interface Doors {
  readonly act: Act
  readonly database: Database
  readonly clock: Clock
  readonly newId: NewId
  readonly secrets: VillageSecrets
  readonly scoring: Scoring
  readonly randomness: Randomness
}

export interface Stage {
  readonly doors: FoundingDoors
  readonly timeline: Timeline
  readonly chance: SeededChance
  readonly cast: Cast
  readonly villageId: string
  /** The season's first and last civil days. */
  readonly firstDay: string
  readonly lastDay: string
  /** Nothing happens after this instant. */
  readonly now: Date
}

/** The instant of a wall-clock hour on the season's n-th day (0 is the first). */
export function atHour(stage: Pick<Stage, 'firstDay'>, day: number, hour: number): Date {
  const midnight = atCivilTime(addCivilDays(stage.firstDay, day), '00:00')
  return minutesLater(midnight, Math.round(hour * 60))
}

export function minutesLater(instant: Date, minutes: number): Date {
  return new Date(instant.getTime() + minutes * 60_000)
}

/** Puts something on the timeline unless it would lie in the future. */
export function schedule(stage: Stage, at: Date, run: () => Promise<void>): void {
  if (at <= stage.now) stage.timeline.at(at, run)
}

export function otherHousehold(players: readonly Player[], householdId: string): Player {
  const found = players.find((player) => player.householdId !== householdId)
  if (!found) throw new Error('nobody of another household')
  return found
}
