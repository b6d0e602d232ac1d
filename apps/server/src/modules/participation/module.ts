import type { EventBus } from '../../platform/events.ts'
import { joinSubmodules, type Module } from '../../platform/module.ts'
import type { Tx } from '../record/index.ts'
import { activitiesSubmodule } from './activities/index.ts'
import { type RecountParts, breachReportsSubmodule } from './breach-reports/index.ts'
import { closingSubmodule } from './closing/index.ts'
import type { ParticipationParts } from './ground/parts.ts'
import { type FairScoreParts, ratingsSubmodule } from './ratings/index.ts'
import { type DrawParts, spotChecksSubmodule } from './spot-checks/index.ts'

/** Each submodule knows those before it, by their doors, and none after it. */
export const participationModule: Module<
  ParticipationParts & RecountParts & FairScoreParts & DrawParts & { readonly events: EventBus<Tx> }
> = joinSubmodules<
  ParticipationParts & RecountParts & FairScoreParts & DrawParts & { readonly events: EventBus<Tx> }
>('participation', [
  activitiesSubmodule,
  ratingsSubmodule,
  breachReportsSubmodule,
  spotChecksSubmodule,
  closingSubmodule,
])
