import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { command, query } from '../../../../platform/http/route.ts'
import { setOwnCookie } from '../../../../platform/http/set-cookie.ts'
import { askerOf } from '../../../community/index.ts'
import { readOwnOrders } from '../orders/read-orders.ts'
import type { MarketParts } from '../parts.ts'
import { SESSION_DAYS } from '../policy.ts'
import {
  codeAnswer,
  codeBody,
  nothing,
  ownOrdersAnswer,
  proveBody,
  villageParams,
} from '../schema.ts'
import {
  endCustomerSession,
  findCustomer,
  proveCustomer,
  requestMarketCode,
} from './prove-customer.ts'

const COOKIE = 'azalea_customer'
const tag = 'market'

/** What a customer's browser brings to prove who it is. */
export const customerCookie = (request: FastifyRequest) => request.cookies[COOKIE]

export function registerCustomerRoutes(http: FastifyInstance, parts: MarketParts): void {
  command(
    http,
    {
      url: '/api/villages/:villageId/market/code',
      access: 'public',
      perMinute: 6,
      summary: 'Send a one-time code to a customer of the market',
      tag,
      params: villageParams,
      body: codeBody,
      answer: codeAnswer,
    },
    ({ params, body, request, reply }) =>
      requestMarketCode(parts, params.villageId, askerOf(parts, request, reply), body),
  )
  command(
    http,
    {
      url: '/api/villages/:villageId/market/prove',
      access: 'public',
      perMinute: 20,
      summary: 'Prove a customer’s telephone by its code',
      tag,
      params: villageParams,
      body: proveBody,
      answer: nothing,
    },
    async ({ params: { villageId }, body, request, reply }) => {
      const { cookie } = await proveCustomer(parts, villageId, askerOf(parts, request, reply), body)
      keepCookie({ request, reply }, parts.publicUrl, cookie)
      return {}
    },
  )
  registerOwn(http, parts)
}

function registerOwn(http: FastifyInstance, parts: MarketParts): void {
  query(
    http,
    {
      url: '/api/villages/:villageId/market/me',
      access: 'public',
      summary: 'A customer’s own telephone and orders',
      tag,
      params: villageParams,
      answer: ownOrdersAnswer,
    },
    async ({ params: { villageId }, request }) => {
      const customer = await findCustomer(parts, villageId, customerCookie(request))
      return { customer: customer && (await readOwnOrders(parts, villageId, customer)) }
    },
  )
  command(
    http,
    {
      url: '/api/villages/:villageId/market/sign-out',
      access: 'public',
      summary: 'End a customer’s session',
      tag,
      params: villageParams,
      body: nothing,
      answer: nothing,
    },
    async ({ params: { villageId }, request, reply }) => {
      await endCustomerSession(parts, villageId, customerCookie(request))
      reply.clearCookie(COOKIE, { path: '/api' })
      return {}
    },
  )
}

function keepCookie(
  exchange: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  publicUrl: string,
  value: string,
): void {
  const cookie = { name: COOKIE, value, path: '/api', maxAgeDays: SESSION_DAYS }
  setOwnCookie(exchange, publicUrl, cookie)
}
