import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { command, query } from '../../../platform/http/route.ts'
import { askerOf } from '../../community/index.ts'
import {
  customerActor,
  customerCookie,
  findCustomer,
  marketRefusals,
  requireCustomer,
  requireKey,
} from '../market/index.ts'
import type { AdoptionParts } from './parts.ts'
import {
  readAdoption,
  readAdoptionPhoto,
  readAdoptions,
  readCertificate,
  readOwnAdoption,
  readOwnAdoptions,
} from './read-adoptions.ts'
import {
  adoptAnswer,
  adoptBody,
  adoptionAnswer,
  adoptionsAnswer,
  certificateAnswer,
  inVillage,
  numberParams,
  offerParams,
  ownAnswer,
  ownListAnswer,
  photoParams,
} from './schema.ts'
import { adoptShare } from './shares/adopt-share.ts'

const tag = 'adoptions'

export function registerAdoptionRoutes(http: FastifyInstance, parts: AdoptionParts): void {
  query(
    http,
    {
      url: '/api/villages/:villageId/adoptions',
      access: 'public',
      summary: 'What people of the city can adopt',
      tag,
      params: inVillage,
      answer: adoptionsAnswer,
    },
    ({ params: { villageId }, language }) => readAdoptions(parts, villageId, language),
  )
  query(
    http,
    {
      url: '/api/villages/:villageId/adoptions/:id',
      access: 'public',
      summary: 'One of them: price, part, contract, what the grower tells',
      tag,
      params: offerParams,
      answer: adoptionAnswer,
    },
    ({ params: { villageId, id }, language }) => readAdoption(parts, villageId, id, language),
  )
  query(
    http,
    {
      url: '/api/villages/:villageId/adoptions/:id/photos/:fileId',
      access: 'public',
      summary: 'A picture by the grower, as far as it is shown to who asks',
      tag,
      params: photoParams,
      answer: z.unknown(),
    },
    async ({ params: { villageId, id: offerId, fileId }, request, reply }) => {
      const customer = await findCustomer(parts, villageId, customerCookie(request))
      const asked = { offerId, fileId }
      const photo = await readAdoptionPhoto(parts, villageId, asked, customer?.customerId ?? null)
      reply.type(photo.mediaType)
      return photo.content
    },
  )
  query(
    http,
    {
      url: '/api/villages/:villageId/adoption-certificates/:number',
      access: 'public',
      summary: 'The certificate of a share, for who has its number',
      tag,
      params: numberParams,
      answer: certificateAnswer,
    },
    ({ params: { villageId, number }, language }) =>
      readCertificate(parts, villageId, number, language),
  )
  registerOwn(http, parts)
}

function registerOwn(http: FastifyInstance, parts: AdoptionParts): void {
  command(
    http,
    {
      url: '/api/villages/:villageId/adoptions/:id/adopt',
      access: 'public',
      perMinute: 20,
      summary: 'Adopt a share; it is kept for a quarter of an hour',
      tag,
      params: offerParams,
      body: adoptBody,
      answer: adoptAnswer,
    },
    async ({ params: { villageId, id: offerId }, body, key, request, reply }) => {
      const customer = await requireCustomer(parts, villageId, customerCookie(request))
      const { payments } = parts
      if (payments === null) throw marketRefusals('payments_off')
      const { addressHash } = askerOf(parts, request, reply)
      const input = { ...body, offerId, provider: payments.name, addressHash }
      return adoptShare(parts, customerActor(villageId, customer), requireKey(key), input)
    },
  )
  query(
    http,
    {
      url: '/api/villages/:villageId/market/adoptions',
      access: 'public',
      summary: 'A customer’s own shares',
      tag,
      params: inVillage,
      answer: ownListAnswer,
    },
    async ({ params: { villageId }, request, language }) => {
      const { customerId } = await requireCustomer(parts, villageId, customerCookie(request))
      return readOwnAdoptions(parts, villageId, customerId, language)
    },
  )
  query(
    http,
    {
      url: '/api/villages/:villageId/market/adoptions/:number',
      access: 'public',
      summary: 'A customer’s own share, with what was told and delivered',
      tag,
      params: numberParams,
      answer: ownAnswer,
    },
    async ({ params: { villageId, number }, request, language }) => {
      const { customerId } = await requireCustomer(parts, villageId, customerCookie(request))
      return readOwnAdoption(parts, villageId, { number, customerId }, language)
    },
  )
}
