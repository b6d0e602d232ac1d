import type { Module } from '../../../platform/module.ts'
import { checkMarket } from './check-market.ts'
import { registerCustomerRoutes } from './customers/customer.routes.ts'
import { forgetCustomersJob } from './customers/forget-customer.ts'
import { marketDuties } from './duties.ts'
import { registerDeskOrderRoutes } from './orders/desk-order.routes.ts'
import { registerOwnOrderRoutes } from './orders/own-order.routes.ts'
import type { MarketParts } from './parts.ts'
import { followPaymentsJob } from './payments/follow-payments.ts'
import { registerNotificationRoutes } from './payments/notification.routes.ts'
import { registerProductRoutes } from './products/product.routes.ts'

export const marketSubmodule: Module<MarketParts> = {
  name: 'market',
  routes: (http, parts) => {
    registerProductRoutes(http, parts)
    registerCustomerRoutes(http, parts)
    registerOwnOrderRoutes(http, parts)
    registerDeskOrderRoutes(http, parts)
    registerNotificationRoutes(http, parts)
  },
  jobs: (parts) => [followPaymentsJob(parts), forgetCustomersJob(parts)],
  checks: [checkMarket],
  duties: [marketDuties],
}
