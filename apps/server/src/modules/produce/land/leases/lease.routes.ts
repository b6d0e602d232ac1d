import type { FastifyInstance } from 'fastify'
import { command } from '../../../../platform/http/route.ts'
import type { LandParts } from '../parts.ts'
import { growers } from '../policy.ts'
import {
  acceptTransferBody,
  byId,
  claimPlotBody,
  leaseAnswer,
  nothing,
  offerTransferBody,
  releaseBody,
} from '../schema.ts'
import { acceptTransfer } from './accept-transfer.ts'
import { claimPlot } from './claim-plot.ts'
import { offerTransfer } from './offer-transfer.ts'
import { releasePlot } from './release-plot.ts'

const tag = 'produce'

export function registerLeaseRoutes(http: FastifyInstance, parts: LandParts): void {
  command(
    http,
    {
      url: '/api/plots/:id/claim',
      access: growers,
      summary:
        'Lease a plot for a season and accept the convention; cadres for who has no telephone',
      tag,
      params: byId,
      body: claimPlotBody,
      answer: leaseAnswer,
    },
    ({ actor, key, params, body }) => claimPlot(parts, actor, key, { plotId: params.id, ...body }),
  )
  command(
    http,
    {
      url: '/api/leases/:id/release',
      access: growers,
      summary: 'Give a plot back before the season ends',
      tag,
      params: byId,
      body: releaseBody,
      answer: nothing,
    },
    ({ actor, key, params, body }) =>
      releasePlot(parts, actor, key, { leaseId: params.id, ...body }),
  )
  command(
    http,
    {
      url: '/api/leases/:id/transfer',
      access: growers,
      summary: 'Offer my plot to somebody of the village, or to nobody any more',
      tag,
      params: byId,
      body: offerTransferBody,
      answer: nothing,
    },
    ({ actor, key, params, body }) =>
      offerTransfer(parts, actor, key, { leaseId: params.id, ...body }),
  )
  command(
    http,
    {
      url: '/api/leases/:id/accept',
      access: growers,
      summary: 'Take over a plot that somebody passes on to me, and accept the convention',
      tag,
      params: byId,
      body: acceptTransferBody,
      answer: leaseAnswer,
    },
    ({ actor, key, params, body }) =>
      acceptTransfer(parts, actor, key, { leaseId: params.id, ...body }),
  )
}
