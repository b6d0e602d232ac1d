import type { FastifyInstance } from 'fastify'
import { command, query } from '../../../platform/http/route.ts'
import type { BenefitsParts } from '../parts.ts'
import { offerers } from '../policy.ts'
import {
  byId,
  cancelOfferBody,
  draftOfferAnswer,
  draftOfferBody,
  nothing,
  offerAnswer,
  offersAnswer,
  queueQuery,
} from '../schema.ts'
import { cancelOffer } from './cancel-offer.ts'
import { draftOffer } from './draft-offer.ts'
import { publishOffer } from './publish-offer.ts'
import { readOffer, readOffers } from './read-offers.ts'

const tag = 'benefits'

export function registerOfferRoutes(http: FastifyInstance, parts: BenefitsParts): void {
  query(
    http,
    {
      url: '/api/offers',
      access: ['villager'],
      summary: 'Offers of scarce things, with what my household has of each',
      tag,
      query: queueQuery,
      answer: offersAnswer,
    },
    ({ actor, language, query: page }) => readOffers(parts, actor, language, page),
  )
  query(
    http,
    {
      url: '/api/offers/:id',
      access: ['villager'],
      summary: 'One offer, my claim, my turn, and why it is where it is',
      tag,
      params: byId,
      answer: offerAnswer,
    },
    ({ actor, language, params }) => readOffer(parts, actor, language, params.id),
  )
  command(
    http,
    {
      url: '/api/offers',
      access: offerers,
      summary: 'Draft an offer; its words are held against the law',
      tag,
      body: draftOfferBody,
      answer: draftOfferAnswer,
    },
    ({ actor, key, body }) => draftOffer(parts, actor, key, body),
  )
  command(
    http,
    {
      url: '/api/offers/:id/publish',
      access: offerers,
      summary: 'Publish an offer that somebody of another household drafted',
      tag,
      params: byId,
      answer: nothing,
    },
    ({ actor, key, params }) => publishOffer(parts, actor, key, { offerId: params.id }),
  )
  command(
    http,
    {
      url: '/api/offers/:id/cancel',
      access: offerers,
      summary: 'Cancel an offer before its claims close',
      tag,
      params: byId,
      body: cancelOfferBody,
      answer: nothing,
    },
    ({ actor, key, params, body }) =>
      cancelOffer(parts, actor, key, { offerId: params.id, ...body }),
  )
}
