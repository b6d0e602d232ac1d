import type { EventBus } from '../../platform/events.ts'
import type { Module } from '../../platform/module.ts'
import type { Tx } from '../record/index.ts'
import { registerBenefitsRoutes } from './benefits.routes.ts'
import { checkQueues } from './check-queues.ts'
import { benefitsDuties } from './duties.ts'
import { clearDecidedTurnsJob, eraseTurnWords } from './objections/erase-turn-words.ts'
import { listenToCommunity } from './listen-to-community.ts'
import type { BenefitsParts } from './parts.ts'
import { runQueuesJob } from './queues/run-queues.ts'

export const benefitsModule: Module<BenefitsParts & { readonly events: EventBus<Tx> }> = {
  name: 'benefits',
  erase: [eraseTurnWords],
  listen: ({ events, secrets }) => listenToCommunity(events, secrets),
  routes: registerBenefitsRoutes,
  jobs: (parts) => [runQueuesJob(parts), clearDecidedTurnsJob(parts)],
  checks: [checkQueues],
  duties: [benefitsDuties],
}
