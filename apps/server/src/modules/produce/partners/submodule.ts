import type { Module } from '../../../platform/module.ts'
import { registerCaptureRoutes } from './captures/capture.routes.ts'
import { takeCapturesJob } from './captures/take-capture.ts'
import { partnerDuties } from './duties.ts'
import type { PartnerParts } from './parts.ts'
import { registerPartnerRoutes } from './partners/partner.routes.ts'

export const partnersSubmodule: Module<PartnerParts> = {
  name: 'partners',
  routes: (http, parts) => {
    registerPartnerRoutes(http, parts)
    registerCaptureRoutes(http, parts)
  },
  jobs: (parts) => [takeCapturesJob(parts)],
  duties: [partnerDuties],
}
