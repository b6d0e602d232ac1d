import type { EventBus } from '../../platform/events.ts'
import { joinRooms, type Module } from '../../platform/module.ts'
import type { Tx } from '../record/index.ts'
import { type CountParts, awardsRoom } from './awards/index.ts'
import { deedsRoom } from './deeds/index.ts'
import { type NoticeSheetParts, noticesRoom } from './notices/index.ts'
import { objectionsRoom } from './objections/index.ts'
import { repairsRoom } from './repairs/index.ts'
import { type ScoringParts, rulesRoom } from './rules/index.ts'
import { sandboxRoom } from './sandbox/index.ts'
import { type CloseDayParts, type CountSpendingParts, statementRoom } from './statement/index.ts'

type Parts = ScoringParts &
  CountParts &
  CloseDayParts &
  NoticeSheetParts &
  CountSpendingParts & { readonly events: EventBus<Tx> }

/** Each room knows those before it, by their doors, and none after it. */
export const scoringModule: Module<Parts> = joinRooms<Parts>('scoring', [
  rulesRoom,
  awardsRoom,
  deedsRoom,
  repairsRoom,
  sandboxRoom,
  noticesRoom,
  statementRoom,
  objectionsRoom,
])
