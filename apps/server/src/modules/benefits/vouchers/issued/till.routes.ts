import type { FastifyInstance } from 'fastify'
import { nameFile } from '../../../../platform/http/name-file.ts'
import { command, query } from '../../../../platform/http/route.ts'
import type { VoucherParts } from '../parts.ts'
import { tills } from '../policy.ts'
import {
  byCode,
  byId,
  fileAnswer,
  redeemAnswer,
  redeemBody,
  tillAnswer,
  tillQuery,
  voucherAtTillAnswer,
} from '../schema.ts'
import { readOwnStatement } from '../settlements/read-settlements.ts'
import { writeMerchantTable } from '../settlements/write-merchant-table.ts'
import { readTill, readVoucherAtTill } from './read-till.ts'
import { redeemVoucher } from './redeem-voucher.ts'

const tag = 'till'
/** Many more than a busy shop takes, many fewer than guessing needs. */
const LOOKS_A_MINUTE = 60
const DOWNLOADS_A_MINUTE = 10
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** All that the role `merchant` opens. */
export function registerTillRoutes(http: FastifyInstance, parts: VoucherParts): void {
  query(
    http,
    {
      url: '/api/till',
      access: tills,
      summary: 'What my merchant took on a day, and its months',
      tag,
      query: tillQuery,
      answer: tillAnswer,
    },
    ({ actor, language, query: { day } }) => readTill(parts, actor, language, day),
  )
  query(
    http,
    {
      url: '/api/till/vouchers/:code',
      access: tills,
      perMinute: LOOKS_A_MINUTE,
      summary: 'A voucher, before it is taken',
      tag,
      params: byCode,
      answer: voucherAtTillAnswer,
    },
    ({ actor, language, params }) => readVoucherAtTill(parts, actor, language, params.code),
  )
  command(
    http,
    {
      url: '/api/till/redemptions',
      access: tills,
      perMinute: LOOKS_A_MINUTE,
      summary: 'Take a voucher, or a part of one',
      tag,
      body: redeemBody,
      answer: redeemAnswer,
    },
    ({ actor, key, body }) => redeemVoucher(parts, actor, key, body),
  )
  query(
    http,
    {
      url: '/api/till/statements/:id/table.xlsx',
      access: tills,
      perMinute: DOWNLOADS_A_MINUTE,
      summary: 'My merchant’s statement of a settled month as a table',
      tag,
      params: byId,
      answer: fileAnswer(XLSX),
    },
    async ({ actor, params, language, reply }) => {
      const statement = await readOwnStatement(parts, actor, params.id)
      nameFile(reply, { zh: '消费券对账单.xlsx', en: 'vouchers.xlsx' }, language)
      reply.type(XLSX)
      return writeMerchantTable(statement)
    },
  )
}
