import type { FastifyInstance } from 'fastify'
import { registerClaimRoutes } from './claims/claim.routes.ts'
import { registerOfferRoutes } from './offers/offer.routes.ts'
import { registerOrderRuleRoutes } from './order-rules/order-rule.routes.ts'
import type { BenefitsParts } from './parts.ts'
import { registerProtectionRoutes } from './protection/protection.routes.ts'
import { registerQueueRoutes } from './queues/queue.routes.ts'
import { registerWhatIfRoutes } from './what-if/what-if.routes.ts'

export function registerBenefitsRoutes(http: FastifyInstance, parts: BenefitsParts): void {
  registerOrderRuleRoutes(http, parts)
  registerOfferRoutes(http, parts)
  registerClaimRoutes(http, parts)
  registerQueueRoutes(http, parts)
  registerProtectionRoutes(http, parts)
  registerWhatIfRoutes(http, parts)
}
