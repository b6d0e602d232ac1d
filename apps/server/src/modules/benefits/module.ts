import type { EventBus } from '../../platform/events.ts'
import { joinSubmodules, type Module } from '../../platform/module.ts'
import type { Tx } from '../record/index.ts'
import { registerBenefitsRoutes } from './benefits.routes.ts'
import { checkQueues } from './check-queues.ts'
import { benefitsDuties } from './duties.ts'
import { escalateTurnObjectionsJob } from './objections/escalate-turn-objections.ts'
import { clearDecidedTurnsJob, eraseTurnWords } from './objections/erase-turn-words.ts'
import { turnObjectionsInbox } from './objections/list-due-turn-objections.ts'
import { listenToCommunity } from './listen-to-community.ts'
import type { BenefitsParts } from './parts.ts'
import { ownBenefits } from './own-benefits.ts'
import { giftsSubmodule } from './gifts/submodule.ts'
import { runQueuesJob } from './queues/run-queues.ts'
import type { ShopParts } from './shop/parts.ts'
import { shopSubmodule } from './shop/submodule.ts'
import { calledTurnsHome } from './turns/list-called-turns.ts'
import type { VoucherParts } from './vouchers/parts.ts'
import { vouchersSubmodule } from './vouchers/submodule.ts'
import { yearEndSubmodule } from './year-end/submodule.ts'

type Parts = BenefitsParts & ShopParts & VoucherParts & { readonly events: EventBus<Tx> }

const turns: Module<BenefitsParts & { readonly events: EventBus<Tx> }> = {
  name: 'turns',
  erase: [eraseTurnWords],
  listen: ({ events, secrets }) => listenToCommunity(events, secrets),
  routes: registerBenefitsRoutes,
  jobs: (parts) => [
    runQueuesJob(parts),
    escalateTurnObjectionsJob(parts),
    clearDecidedTurnsJob(parts),
  ],
  checks: [checkQueues],
  inbox: [turnObjectionsInbox],
  home: [calledTurnsHome],
  dataBank: [ownBenefits],
  duties: [benefitsDuties],
}

export const benefitsModule: Module<Parts> = joinSubmodules<Parts>('benefits', [
  turns,
  shopSubmodule,
  giftsSubmodule,
  vouchersSubmodule,
  yearEndSubmodule,
])
