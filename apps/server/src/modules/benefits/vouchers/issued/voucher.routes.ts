import type { FastifyInstance } from 'fastify'
import { command, query } from '../../../../platform/http/route.ts'
import type { VoucherParts } from '../parts.ts'
import { issueAnswer, issueBody, vouchersAnswer } from '../schema.ts'
import { issueVoucher } from './issue-voucher.ts'
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
      summary: 'Have a voucher for points of my household',
      tag,
      body: issueBody,
      answer: issueAnswer,
    },
    ({ actor, key, body }) => issueVoucher(parts, actor, key, body),
  )
}
