import type { FastifyInstance } from 'fastify'
import { command, query } from '../../../platform/http/route.ts'
import { followRefundsOf, keepers, priceOffices } from '../market/index.ts'
import {
  confirmAdoption,
  proposeAdoption,
  publishAdoptionContract,
} from './offers/offer-adoption.ts'
import {
  enterAdoptionDelivery,
  enterAdoptionHarvest,
  settleAdoption,
} from './offers/settle-adoption.ts'
import type { AdoptionParts } from './parts.ts'
import { contractKeepers, deskReaders, growers, settlers } from './policy.ts'
import { readAdoptionDesk, readGrownAdoptions } from './read-adoptions.ts'
import {
  byId,
  contractAnswer,
  contractBody,
  deliveryBody,
  deskAnswer,
  grownAnswer,
  harvestBody,
  nothing,
  offerBody,
  offerIdAnswer,
  settleBody,
  updateBody,
} from './schema.ts'
import { writeAdoptionUpdate } from './updates/write-adoption-update.ts'

const tag = 'adoptions'

export function registerAdoptionDeskRoutes(http: FastifyInstance, parts: AdoptionParts): void {
  query(
    http,
    {
      url: '/api/adoption-desk',
      access: deskReaders,
      summary: 'Adoptions with their shares, contracts, and what can be chosen',
      tag,
      answer: deskAnswer,
    },
    ({ actor, language }) => readAdoptionDesk(parts, actor, language),
  )
  query(
    http,
    {
      url: '/api/me/grown-adoptions',
      access: growers,
      summary: 'What my household grows and people of the city adopted',
      tag,
      answer: grownAnswer,
    },
    ({ actor, language }) => readGrownAdoptions(parts, actor, language),
  )
  command(
    http,
    {
      url: '/api/adoption-offers/:id/updates',
      access: growers,
      perMinute: 20,
      summary: 'Tell adopters how it grows, in words or a photo',
      tag,
      params: byId,
      body: updateBody,
      answer: nothing,
    },
    ({ actor, key, params: { id: offerId }, body }) =>
      writeAdoptionUpdate(parts, actor, key, { offerId, ...body }),
  )
  registerOffering(http, parts)
  registerEnding(http, parts)
}

function registerOffering(http: FastifyInstance, parts: AdoptionParts): void {
  command(
    http,
    {
      url: '/api/adoption-contracts',
      access: contractKeepers,
      summary: 'Publish the next edition of what adopters agree to',
      tag,
      body: contractBody,
      answer: contractAnswer,
    },
    ({ actor, key, body }) => publishAdoptionContract(parts, actor, key, body),
  )
  command(
    http,
    {
      url: '/api/adoption-offers',
      access: priceOffices.proposing,
      summary: 'Propose shares of what a plot gives in a season',
      tag,
      body: offerBody,
      answer: offerIdAnswer,
    },
    ({ actor, key, body }) => proposeAdoption(parts, actor, key, body),
  )
  command(
    http,
    {
      url: '/api/adoption-offers/:id/confirm',
      access: priceOffices.confirming,
      summary: 'Offer it, as the second person',
      tag,
      params: byId,
      answer: nothing,
    },
    ({ actor, key, params: { id: offerId } }) => confirmAdoption(parts, actor, key, { offerId }),
  )
}

function registerEnding(http: FastifyInstance, parts: AdoptionParts): void {
  command(
    http,
    {
      url: '/api/adoption-offers/:id/harvests',
      access: keepers,
      summary: 'Enter what was harvested of what is adopted',
      tag,
      params: byId,
      body: harvestBody,
      answer: nothing,
    },
    ({ actor, key, params: { id: offerId }, body }) =>
      enterAdoptionHarvest(parts, actor, key, { offerId, ...body }),
  )
  command(
    http,
    {
      url: '/api/adoptions/:id/deliveries',
      access: keepers,
      summary: 'Enter what an adopter was given',
      tag,
      params: byId,
      body: deliveryBody,
      answer: nothing,
    },
    ({ actor, key, params: { id: adoptionId }, body }) =>
      enterAdoptionDelivery(parts, actor, key, { adoptionId, ...body }),
  )
  command(
    http,
    {
      url: '/api/adoption-offers/:id/settle',
      access: settlers,
      summary: 'End a season: what goes back follows from the contract',
      tag,
      params: byId,
      body: settleBody,
      answer: nothing,
    },
    async ({ actor, key, params: { id: offerId }, body }) => {
      const { orderIds } = await settleAdoption(parts, actor, key, { offerId, ...body })
      for (const orderId of orderIds) await followRefundsOf(parts, actor.villageId, orderId)
      return {}
    },
  )
}
