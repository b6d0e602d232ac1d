import type { FastifyInstance } from 'fastify'
import { command, query } from '../../../../platform/http/route.ts'
import type { VoucherParts } from '../parts.ts'
import { voucherOffices, voucherReaders } from '../policy.ts'
import {
  byId,
  inVillage,
  kindsAnswer,
  nothing,
  pricesAnswer,
  proposeKindAnswer,
  proposeKindBody,
} from '../schema.ts'
import { confirmVoucherKind } from './confirm-voucher-kind.ts'
import { proposeVoucherKind } from './propose-voucher-kind.ts'
import { readVoucherKinds, readVoucherPrices } from './read-voucher-kinds.ts'
import { withdrawVoucherKind } from './withdraw-voucher-kind.ts'

const tag = 'vouchers'

export function registerVoucherKindRoutes(http: FastifyInstance, parts: VoucherParts): void {
  query(
    http,
    {
      url: '/api/villages/:villageId/vouchers',
      access: 'public',
      summary: 'The price list of a village’s vouchers',
      tag,
      params: inVillage,
      answer: pricesAnswer,
    },
    ({ params, language }) => readVoucherPrices(parts, params.villageId, language),
  )
  query(
    http,
    {
      url: '/api/voucher-kinds',
      access: voucherReaders,
      summary: 'Kinds of vouchers: proposed, offered, withdrawn',
      tag,
      answer: kindsAnswer,
    },
    ({ actor, language }) => readVoucherKinds(parts, actor, language),
  )
  command(
    http,
    {
      url: '/api/voucher-kinds',
      access: voucherOffices.proposing,
      summary: 'Propose a kind of voucher',
      tag,
      body: proposeKindBody,
      answer: proposeKindAnswer,
    },
    ({ actor, key, body }) => proposeVoucherKind(parts, actor, key, body),
  )
  command(
    http,
    {
      url: '/api/voucher-kinds/:id/confirm',
      access: voucherOffices.confirming,
      summary: 'Offer a kind of voucher, as the second person',
      tag,
      params: byId,
      answer: nothing,
    },
    ({ actor, key, params }) => confirmVoucherKind(parts, actor, key, { voucherKindId: params.id }),
  )
  command(
    http,
    {
      url: '/api/voucher-kinds/:id/withdraw',
      access: voucherOffices.confirming,
      summary: 'Issue no more vouchers of a kind, or drop its proposal',
      tag,
      params: byId,
      answer: nothing,
    },
    ({ actor, key, params }) =>
      withdrawVoucherKind(parts, actor, key, { voucherKindId: params.id }),
  )
}
