import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { roles } from '../../platform/actor.ts'
import { nameFile } from '../../platform/http/name-file.ts'
import { query } from '../../platform/http/route.ts'
import { writeDataBankPdf } from './data-bank-pdf.ts'
import { DrawnPages, hashOfContent } from './drawn-pages.ts'
import type { OverviewParts } from './parts.ts'
import type { GrowerSheet } from '../../platform/on-paper.ts'
import { writeIncomePdf } from './income-pdf.ts'
import { writeGrowerStatementsPdf } from './grower-statements-pdf.ts'
import { registerPackLabels } from './pack-labels.routes.ts'
import { writeMerchantStatementPdf } from './merchant-statement-pdf.ts'
import { writeNoticeSheetPdf } from './notice-sheet-pdf.ts'
import { writePaymentSheetPdf } from './payment-sheet-pdf.ts'
import { readDataBank } from './read-data-bank.ts'
import { readHome } from './read-home.ts'
import { readInbox } from './read-inbox.ts'
import { dataBank, homeAnswer, inboxAnswer } from './schema.ts'

const staff = roles.filter((role) => role !== 'villager' && role !== 'merchant')
const DOWNLOADS_A_MINUTE = 10
/** Two rows of two. */
const RECEIPTS_ON_PAPER = 4
const villageId = z.string().regex(/^\d{12}$/)

export function registerOverviewRoutes(http: FastifyInstance, parts: OverviewParts): void {
  query(
    http,
    {
      url: '/api/me/home',
      access: ['villager'],
      summary: 'Honour, rank, what waits, and the news of the village',
      tag: 'overview',
      answer: homeAnswer(parts.contributions),
    },
    ({ actor, language }) => readHome(parts, actor, language),
  )
  query(
    http,
    {
      url: '/api/workbench/inbox',
      access: staff,
      summary: 'What waits for me to decide, by deadline, and what the village has yet to set up',
      tag: 'overview',
      answer: inboxAnswer(parts.contributions),
    },
    ({ actor, language }) => readInbox(parts, actor, language),
  )
  registerDownloads(http, parts)
  registerNoticeSheet(http, parts)
  registerPaymentSheet(http, parts)
  registerMerchantStatements(http, parts)
  registerGrowerStatements(http, parts)
  registerIncome(http, parts)
  registerPackLabels(http, parts)
}

function registerDownloads(http: FastifyInstance, parts: OverviewParts): void {
  query(
    http,
    {
      url: '/api/me/data',
      access: ['villager'],
      perMinute: DOWNLOADS_A_MINUTE,
      summary: 'All that is held about me',
      tag: 'overview',
      query: z.object({ download: z.enum(['1']).optional() }),
      answer: dataBank(parts.contributions),
    },
    async ({ actor, language, query: { download }, reply }) => {
      if (download) nameFile(reply, { zh: '我的资料.json', en: 'my-data.json' }, language)
      return readDataBank(parts, actor, language)
    },
  )
  query(
    http,
    {
      url: '/api/me/data.pdf',
      access: ['villager'],
      perMinute: DOWNLOADS_A_MINUTE,
      summary: 'All that is held about me, on paper',
      tag: 'overview',
      answer: z.unknown().meta({ description: 'application/pdf' }),
    },
    async ({ actor, language, reply }) => {
      const bank = await readDataBank(parts, actor, language)
      const receipts = await parts.contributions.paperReceipts(actor, RECEIPTS_ON_PAPER)
      const pdf = await writeDataBankPdf(
        { bank, counted: parts.contributions.dataBankCounted, receipts },
        language,
      )
      nameFile(reply, { zh: '我的资料.pdf', en: 'my-data.pdf' }, language)
      reply.type('application/pdf')
      return pdf
    },
  )
}

function registerPaymentSheet(http: FastifyInstance, parts: OverviewParts): void {
  query(
    http,
    {
      url: '/api/payment-runs/:id/sheet.pdf',
      access: ['committee', 'supervisor'],
      perMinute: DOWNLOADS_A_MINUTE,
      summary: 'Payments on paper, with room to sign where they are made in cash',
      tag: 'overview',
      params: z.object({ id: z.uuid() }),
      answer: z.unknown().meta({ description: 'application/pdf' }),
    },
    async ({ actor, params, language, reply }) => {
      const sheet = await parts.contributions.paymentSheet(actor, params.id)
      const pdf = await writePaymentSheetPdf(sheet, language)
      nameFile(reply, { zh: '付款签领单.pdf', en: 'payments.pdf' }, language, 'inline')
      reply.type('application/pdf')
      return pdf
    },
  )
}

function registerMerchantStatements(http: FastifyInstance, parts: OverviewParts): void {
  const shared = {
    perMinute: DOWNLOADS_A_MINUTE,
    tag: 'overview',
    answer: z.unknown().meta({ description: 'application/pdf' }),
  }
  const name = { zh: '消费券对账单.pdf', en: 'vouchers.pdf' }
  query(
    http,
    {
      ...shared,
      url: '/api/voucher-settlements/:id/merchants/:merchantId/sheet.pdf',
      access: ['committee', 'supervisor'],
      summary: 'A merchant’s statement of a settled month on paper',
      params: z.object({ id: z.uuid(), merchantId: z.uuid() }),
    },
    async ({ actor, params: { id: settlementId, merchantId }, language, reply }) => {
      const asked = { settlementId, merchantId }
      const sheet = await parts.contributions.merchantStatement(actor, asked)
      nameFile(reply, name, language, 'inline')
      reply.type('application/pdf')
      return writeMerchantStatementPdf(sheet, language)
    },
  )
  query(
    http,
    {
      ...shared,
      url: '/api/till/statements/:id/sheet.pdf',
      access: ['merchant'],
      summary: 'My merchant’s statement of a settled month on paper',
      params: z.object({ id: z.uuid() }),
    },
    async ({ actor, params: { id: settlementId }, language, reply }) => {
      const asked = { settlementId, merchantId: null }
      const sheet = await parts.contributions.merchantStatement(actor, asked)
      nameFile(reply, name, language, 'inline')
      reply.type('application/pdf')
      return writeMerchantStatementPdf(sheet, language)
    },
  )
}

const STATEMENTS_A_FILE = 100

/** One household's statement, and all of a settlement, so many a file: who prints sees how far it is. */
function registerGrowerStatements(http: FastifyInstance, parts: OverviewParts): void {
  const shared = {
    tag: 'overview',
    answer: z.unknown().meta({ description: 'application/pdf' }),
  }
  const name = { zh: '收购结算单.pdf', en: 'statements.pdf' }
  query(
    http,
    {
      ...shared,
      url: '/api/round-settlements/:id/mine.pdf',
      access: ['villager'],
      perMinute: DOWNLOADS_A_MINUTE,
      summary: 'My household’s statement of a buying round on paper',
      params: z.object({ id: z.uuid() }),
    },
    async ({ actor, params: { id: settlementId }, language, reply }) => {
      const of = { householdId: actor.householdId ?? NOBODY }
      const asked = await parts.contributions.growerStatements(actor, { settlementId, of })
      nameFile(reply, name, language, 'inline')
      reply.type('application/pdf')
      return writeGrowerStatementsPdf(firstOf(asked), language)
    },
  )
  query(
    http,
    {
      ...shared,
      url: '/api/round-settlements/:id/statements.pdf',
      access: ['committee', 'supervisor'],
      perMinute: 60,
      summary: `Growers’ statements of a settlement on paper, ${STATEMENTS_A_FILE} after a line`,
      params: z.object({ id: z.uuid() }),
      query: z.object({ after: z.coerce.number().int().min(0).max(1_000_000).default(0) }),
    },
    async ({ actor, params: { id: settlementId }, query: { after }, language, reply }) => {
      const of = { after, limit: STATEMENTS_A_FILE }
      const asked = await parts.contributions.growerStatements(actor, { settlementId, of })
      nameFile(reply, name, language, 'inline')
      reply.type('application/pdf')
      return writeGrowerStatementsPdf(firstOf(asked), language)
    },
  )
}

function registerIncome(http: FastifyInstance, parts: OverviewParts): void {
  query(
    http,
    {
      url: '/api/me/income.pdf',
      access: ['villager'],
      perMinute: DOWNLOADS_A_MINUTE,
      summary: 'What my household earned, on paper',
      tag: 'overview',
      answer: z.unknown().meta({ description: 'application/pdf' }),
    },
    async ({ actor, language, reply }) => {
      const sheet = await parts.contributions.householdIncome(actor)
      nameFile(reply, { zh: '收入.pdf', en: 'income.pdf' }, language, 'inline')
      reply.type('application/pdf')
      return writeIncomePdf(sheet, language)
    },
  )
}

/** Whose household has no statement. */
const NOBODY = '00000000-0000-0000-0000-000000000000'

function firstOf(sheets: readonly GrowerSheet[]): readonly [GrowerSheet, ...GrowerSheet[]] {
  const [first, ...rest] = sheets
  if (first === undefined) throw new Error('no statement was asked for')
  return [first, ...rest]
}

function registerNoticeSheet(http: FastifyInstance, parts: OverviewParts): void {
  const noticeSheets = new DrawnPages()
  query(
    http,
    {
      url: '/api/villages/:villageId/notices/:id/sheet.pdf',
      access: 'public',
      perMinute: DOWNLOADS_A_MINUTE,
      summary: 'A notice as an A4 sheet to hang up',
      tag: 'overview',
      params: z.object({ villageId, id: z.uuid() }),
      query: z.object({ language: z.enum(['zh', 'en']).optional() }),
      answer: z.unknown().meta({ description: 'application/pdf' }),
    },
    async ({ params, query: asked, language, reply, request }) => {
      const inLanguage = asked.language ?? language
      const sheet = await parts.contributions.noticeSheet({
        villageId: params.villageId,
        noticeId: params.id,
        language: inLanguage,
      })
      const content = hashOfContent({ sheet, inLanguage })
      reply.header('cache-control', 'public, no-cache').header('etag', `"${content}"`)
      if (request.headers['if-none-match'] === `"${content}"`) return reply.code(304).send()
      const pdf = await noticeSheets.of(content, () => writeNoticeSheetPdf(sheet, inLanguage))
      nameFile(reply, { zh: '公示单.pdf', en: 'notice.pdf' }, inLanguage, 'inline')
      reply.type('application/pdf')
      return pdf
    },
  )
}
