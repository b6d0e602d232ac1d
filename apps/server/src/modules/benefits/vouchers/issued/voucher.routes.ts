import type { FastifyInstance } from 'fastify'
import { command, query } from '../../../../platform/http/route.ts'
import type { VoucherParts } from '../parts.ts'
import { deskKeepers } from '../policy.ts'
import { byId, issueAnswer, issueBody, slipAnswer, vouchersAnswer } from '../schema.ts'
import { issueVoucher } from './issue-voucher.ts'
import { readSlip } from './read-slip.ts'
import { readVouchers } from './read-vouchers.ts'

const tag = 'vouchers'

export function registerVoucherRoutes(http: FastifyInstance, parts: VoucherParts): void {
  query(
    http,
    {
      url: '/api/vouchers',
      access: ['villager'],
      summary: 'My household’s vouchers with their codes, and what can be had',
      tag,
      holdsSecret: true,
      answer: vouchersAnswer,
    },
    ({ actor, language }) => readVouchers(parts, actor, language),
  )
  command(
    http,
    {
      url: '/api/vouchers',
      access: ['villager'],
      summary: 'Have a voucher for points of my household; a cadre also for somebody',
      tag,
      body: issueBody,
      answer: issueAnswer,
    },
    ({ actor, key, body }) => issueVoucher(parts, actor, key, body),
  )
  query(
    http,
    {
      url: '/api/vouchers/:id/slip',
      access: deskKeepers,
      summary: 'A voucher that I entered for somebody today, with its code, to print',
      tag,
      holdsSecret: true,
      params: byId,
      answer: slipAnswer,
    },
    ({ actor, language, params }) => readSlip(parts, actor, language, params.id),
  )
}
