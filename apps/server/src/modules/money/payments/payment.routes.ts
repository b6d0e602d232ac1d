import type { FastifyInstance } from 'fastify'
import { nameFile } from '../../../platform/http/name-file.ts'
import { readUpload } from '../../../platform/http/read-upload.ts'
import { command, query } from '../../../platform/http/route.ts'
import type { MoneyParts } from '../parts.ts'
import { payers, paymentReaders } from '../policy.ts'
import { refuse } from '../refusals.ts'
import {
  byId,
  fileAnswer,
  nothing,
  ownMoneyAnswer,
  payoutAccountBody,
  paymentRunAnswer,
  paymentRunsAnswer,
  repeatBody,
  runOrderedAnswer,
  runPageQuery,
  settledAnswer,
  signBody,
  unpaidBody,
} from '../schema.ts'
import { enterAnswer } from './enter-answer.ts'
import { enterUnpaid } from './enter-unpaid.ts'
import { readOwnMoney, removeOwnAccount, setOwnAccount } from './own-money.ts'
import { paymentMeans } from './payment-means.ts'
import { readRun, readRuns, readStatement } from './read-runs.ts'
import { repeatFailed } from './repeat-failed.ts'
import { signPayments } from './sign-payments.ts'
import { writeStatementTable } from './write-statement-table.ts'

const tag = 'money'
const DOWNLOADS_A_MINUTE = 10
const MAX_FILE_BYTES = 8 * 1024 * 1024
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export function registerPaymentRoutes(http: FastifyInstance, parts: MoneyParts): void {
  registerReading(http, parts)
  registerEnding(http, parts)
  registerOwn(http, parts)
}

function registerReading(http: FastifyInstance, parts: MoneyParts): void {
  query(
    http,
    {
      url: '/api/payment-runs',
      access: paymentReaders,
      summary: 'Payments that were ordered together, newest first',
      tag,
      answer: paymentRunsAnswer,
    },
    ({ actor, language }) => readRuns(parts, actor, language),
  )
  query(
    http,
    {
      url: '/api/payment-runs/:id',
      access: paymentReaders,
      summary: 'The payments of a run, with names',
      tag,
      params: byId,
      query: runPageQuery,
      answer: paymentRunAnswer,
    },
    ({ actor, params, query: page, language }) => readRun(parts, actor, params.id, page, language),
  )
  query(
    http,
    {
      url: '/api/payment-runs/:id/file.csv',
      access: payers,
      perMinute: DOWNLOADS_A_MINUTE,
      summary: 'The payment file for the bank: the same bytes each time',
      tag,
      params: byId,
      answer: fileAnswer('text/csv'),
    },
    async ({ actor, params, language, reply }) => {
      const statement = await readStatement(parts, actor.villageId, params.id)
      const { order } = paymentMeans[statement.means]
      if (order === null) throw refuse('payment_means_wrong')
      nameFile(reply, { zh: '付款文件.csv', en: 'payments.csv' }, language)
      reply.type('text/csv; charset=utf-8')
      return order(statement)
    },
  )
  query(
    http,
    {
      url: '/api/payment-runs/:id/table.xlsx',
      access: paymentReaders,
      perMinute: DOWNLOADS_A_MINUTE,
      summary: 'The payments of a run as a table',
      tag,
      params: byId,
      answer: fileAnswer(XLSX),
    },
    async ({ actor, params, language, reply }) => {
      const statement = await readStatement(parts, actor.villageId, params.id)
      nameFile(reply, { zh: '付款单.xlsx', en: 'payments.xlsx' }, language)
      reply.type(XLSX)
      return writeStatementTable(statement)
    },
  )
}

function registerEnding(http: FastifyInstance, parts: MoneyParts): void {
  command(
    http,
    {
      url: '/api/payment-runs/:id/answer',
      access: payers,
      perMinute: DOWNLOADS_A_MINUTE,
      summary: 'Take in the bank’s answer to a payment file: all of it, or nothing',
      tag,
      params: byId,
      answer: settledAnswer,
    },
    async ({ actor, key, params, request }) => {
      const file = await readUpload(request, MAX_FILE_BYTES)
      return enterAnswer(parts, actor, key, { runId: params.id, file })
    },
  )
  command(
    http,
    {
      url: '/api/payment-runs/:id/sign',
      access: payers,
      summary: 'Enter who has signed for cash',
      tag,
      params: byId,
      body: signBody,
      answer: settledAnswer,
    },
    ({ actor, key, params, body }) =>
      signPayments(parts, actor, key, { runId: params.id, nos: body.nos }),
  )
  command(
    http,
    {
      url: '/api/payment-runs/:id/unpaid',
      access: payers,
      summary: 'Enter that nobody came for a payment in cash, and why',
      tag,
      params: byId,
      body: unpaidBody,
      answer: settledAnswer,
    },
    ({ actor, key, params, body }) => enterUnpaid(parts, actor, key, { runId: params.id, ...body }),
  )
  command(
    http,
    {
      url: '/api/payment-runs/:id/repeat',
      access: payers,
      summary: 'Order the failed payments of a run anew',
      tag,
      params: byId,
      body: repeatBody,
      answer: runOrderedAnswer,
    },
    ({ actor, key, params, body }) =>
      repeatFailed(parts, actor, key, { runId: params.id, means: body.means }),
  )
}

function registerOwn(http: FastifyInstance, parts: MoneyParts): void {
  query(
    http,
    {
      url: '/api/me/money',
      access: ['villager'],
      summary: 'What my household was paid and is to be paid, and where it is sent',
      tag,
      answer: ownMoneyAnswer,
    },
    ({ actor, language }) => readOwnMoney(parts, actor, language),
  )
  command(
    http,
    {
      url: '/api/me/payout-account',
      access: ['villager'],
      summary: 'Say where my household has its money sent',
      tag,
      body: payoutAccountBody,
      answer: nothing,
    },
    ({ actor, key, body }) => setOwnAccount(parts, actor, key, body),
  )
  command(
    http,
    {
      url: '/api/me/payout-account/remove',
      access: ['villager'],
      summary: 'Have my household paid in cash',
      tag,
      answer: nothing,
    },
    ({ actor, key }) => removeOwnAccount(parts, actor, key),
  )
}
