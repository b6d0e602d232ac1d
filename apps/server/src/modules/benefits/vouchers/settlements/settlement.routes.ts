import type { FastifyInstance } from 'fastify'
import { nameFile } from '../../../../platform/http/name-file.ts'
import { command, query } from '../../../../platform/http/route.ts'
import type { VoucherParts } from '../parts.ts'
import { voucherOffices, voucherReaders } from '../policy.ts'
import {
  byId,
  byMerchant,
  confirmSettlementAnswer,
  fileAnswer,
  nothing,
  proposeSettlementAnswer,
  proposeSettlementBody,
  settlementAnswer,
  settlementsAnswer,
} from '../schema.ts'
import { confirmSettlement } from './confirm-settlement.ts'
import { dropSettlement } from './drop-settlement.ts'
import { proposeSettlement } from './propose-settlement.ts'
import { readMerchantStatement, readSettlement, readSettlements } from './read-settlements.ts'
import { writeMerchantTable } from './write-merchant-table.ts'

const tag = 'vouchers'
const DOWNLOADS_A_MINUTE = 10
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export function registerSettlementRoutes(http: FastifyInstance, parts: VoucherParts): void {
  registerReading(http, parts)
  command(
    http,
    {
      url: '/api/voucher-settlements',
      access: voucherOffices.proposing,
      summary: 'Propose to pay merchants what they took in a month',
      tag,
      body: proposeSettlementBody,
      answer: proposeSettlementAnswer,
    },
    ({ actor, key, body }) => proposeSettlement(parts, actor, key, body),
  )
  command(
    http,
    {
      url: '/api/voucher-settlements/:id/confirm',
      access: voucherOffices.confirming,
      summary: 'Order a month’s payments to merchants, as the second person',
      tag,
      params: byId,
      answer: confirmSettlementAnswer,
    },
    ({ actor, key, params }) => confirmSettlement(parts, actor, key, { settlementId: params.id }),
  )
  command(
    http,
    {
      url: '/api/voucher-settlements/:id/drop',
      access: voucherOffices.confirming,
      summary: 'Drop a settlement that nobody confirmed',
      tag,
      params: byId,
      answer: nothing,
    },
    ({ actor, key, params }) => dropSettlement(parts, actor, key, { settlementId: params.id }),
  )
}

function registerReading(http: FastifyInstance, parts: VoucherParts): void {
  query(
    http,
    {
      url: '/api/voucher-settlements',
      access: voucherReaders,
      summary: 'Months of vouchers, and what is settled of them',
      tag,
      answer: settlementsAnswer,
    },
    ({ actor }) => readSettlements(parts, actor),
  )
  query(
    http,
    {
      url: '/api/voucher-settlements/:id',
      access: voucherReaders,
      summary: 'What each merchant is paid for a month',
      tag,
      params: byId,
      answer: settlementAnswer,
    },
    ({ actor, language, params }) => readSettlement(parts, actor, language, params.id),
  )
  query(
    http,
    {
      url: '/api/voucher-settlements/:id/merchants/:merchantId/table.xlsx',
      access: voucherReaders,
      perMinute: DOWNLOADS_A_MINUTE,
      summary: 'A merchant’s statement of a settled month as a table',
      tag,
      params: byMerchant,
      answer: fileAnswer(XLSX),
    },
    async ({ actor, params: { id, merchantId }, language, reply }) => {
      const statement = await readMerchantStatement(parts, actor.villageId, id, merchantId)
      nameFile(reply, { zh: '消费券对账单.xlsx', en: 'vouchers.xlsx' }, language)
      reply.type(XLSX)
      return writeMerchantTable(statement)
    },
  )
}
