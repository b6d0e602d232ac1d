import type { EventBus } from '../../../platform/events.ts'
import type { Module } from '../../../platform/module.ts'
import type { Tx } from '../../record/index.ts'
import type { ParticipationParts } from '../ground/parts.ts'
import { calibrateRatingsJob, type CalibrateParts } from './calibrated/calibrate-village.ts'
import { eraseRatings } from './erase-ratings.ts'
import { registerRatingRoutes } from './rating.routes.ts'

export const ratingsRoom: Module<
  ParticipationParts & CalibrateParts & { readonly events: EventBus<Tx> }
> = {
  name: 'ratings',
  listen: ({ events }) => eraseRatings(events),
  routes: registerRatingRoutes,
  jobs: (parts) => [calibrateRatingsJob(parts)],
}
