import { ratingsDuties } from './duties.ts'
import { deleteEstimate } from './fair-scores/estimate.store.ts'
import { ownRatings } from './own-ratings.ts'
import { clearRatingWords } from './rating.store.ts'
import type { Module } from '../../../platform/module.ts'
import type { ParticipationParts } from '../ground/parts.ts'
import { fairScoresJob, type FairScoreParts } from './fair-scores/score-village.ts'
import { registerRatingRoutes } from './rating.routes.ts'

export const ratingsSubmodule: Module<ParticipationParts & FairScoreParts> = {
  name: 'ratings',
  routes: registerRatingRoutes,
  jobs: (parts) => [fairScoresJob(parts)],
  dataBank: [ownRatings],
  erase: [
    (_, tx, { personId }) => clearRatingWords(tx.db, tx.villageId, personId),
    (_, tx, { personId }) => deleteEstimate(tx.db, tx.villageId, personId),
  ],
  duties: [ratingsDuties],
}
