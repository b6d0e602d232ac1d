import { ratingsDuties } from './duties.ts'
import { deleteEstimate } from './calibrated/estimate.store.ts'
import { ownRatings } from './own-ratings.ts'
import { clearRatingWords } from './rating.store.ts'
import type { Module } from '../../../platform/module.ts'
import type { ParticipationParts } from '../ground/parts.ts'
import { calibrateRatingsJob, type CalibrateParts } from './calibrated/calibrate-village.ts'
import { registerRatingRoutes } from './rating.routes.ts'

export const ratingsSubmodule: Module<ParticipationParts & CalibrateParts> = {
  name: 'ratings',
  routes: registerRatingRoutes,
  jobs: (parts) => [calibrateRatingsJob(parts)],
  dataBank: [ownRatings],
  erase: [
    (_, tx, { personId }) => clearRatingWords(tx.db, tx.villageId, personId),
    (_, tx, { personId }) => deleteEstimate(tx.db, tx.villageId, personId),
  ],
  duties: [ratingsDuties],
}
