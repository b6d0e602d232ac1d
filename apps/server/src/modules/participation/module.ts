import type { EventBus } from '../../platform/events.ts'
import { joinRooms, type Module } from '../../platform/module.ts'
import type { Tx } from '../record/index.ts'
import { activitiesRoom } from './activities/index.ts'
import { type RecountParts, breachReportsRoom } from './breach-reports/index.ts'
import { closingRoom } from './closing/index.ts'
import type { ParticipationParts } from './ground/parts.ts'
import { type CalibrateParts, ratingsRoom } from './ratings/index.ts'
import { type DrawParts, spotChecksRoom } from './spot-checks/index.ts'

/** Each room knows those before it, by their doors, and none after it. */
export const participationModule: Module<
  ParticipationParts & RecountParts & CalibrateParts & DrawParts & { readonly events: EventBus<Tx> }
> = joinRooms<
  ParticipationParts & RecountParts & CalibrateParts & DrawParts & { readonly events: EventBus<Tx> }
>('participation', [activitiesRoom, ratingsRoom, breachReportsRoom, spotChecksRoom, closingRoom])
