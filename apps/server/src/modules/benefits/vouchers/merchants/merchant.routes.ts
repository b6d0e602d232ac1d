import type { FastifyInstance } from 'fastify'
import { command, query } from '../../../../platform/http/route.ts'
import type { VoucherParts } from '../parts.ts'
import { merchantKeepers, voucherOffices, voucherReaders } from '../policy.ts'
import {
  accountChangeAnswer,
  accountChangeBody,
  bindPersonAnswer,
  bindPersonBody,
  byId,
  enterMerchantAnswer,
  enterMerchantBody,
  merchantAccountBody,
  merchantsAnswer,
  nothing,
  unbindPersonBody,
} from '../schema.ts'
import { bindMerchantPerson } from './bind-merchant-person.ts'
import { endMerchant } from './end-merchant.ts'
import { enterMerchant } from './enter-merchant.ts'
import { readMerchants } from './read-merchants.ts'
import { confirmMerchantAccount } from './confirm-merchant-account.ts'
import { dropMerchantAccount } from './drop-merchant-account.ts'
import { proposeMerchantAccount } from './propose-merchant-account.ts'
import { unbindMerchantPerson } from './unbind-merchant-person.ts'

const tag = 'vouchers'
const access = merchantKeepers

export function registerMerchantRoutes(http: FastifyInstance, parts: VoucherParts): void {
  query(
    http,
    {
      url: '/api/merchants',
      access: voucherReaders,
      summary: 'Merchants that take vouchers, and who takes them',
      tag,
      answer: merchantsAnswer,
    },
    ({ actor, language }) => readMerchants(parts, actor, language),
  )
  command(
    http,
    {
      url: '/api/merchants',
      access,
      summary: 'Enter a merchant',
      tag,
      body: enterMerchantBody,
      answer: enterMerchantAnswer,
    },
    ({ actor, key, body }) => enterMerchant(parts, actor, key, body),
  )
  command(
    http,
    {
      url: '/api/merchants/:id/end',
      access,
      summary: 'A merchant takes vouchers no more',
      tag,
      params: byId,
      answer: nothing,
    },
    ({ actor, key, params }) => endMerchant(parts, actor, key, { merchantId: params.id }),
  )
  registerPeople(http, parts)
  registerAccount(http, parts)
}

function registerAccount(http: FastifyInstance, parts: VoucherParts): void {
  command(
    http,
    {
      url: '/api/merchants/:id/account',
      access,
      summary: 'Propose where a merchant has its money sent',
      tag,
      params: byId,
      body: merchantAccountBody,
      answer: accountChangeAnswer,
    },
    ({ actor, key, params, body: account }) =>
      proposeMerchantAccount(parts, actor, key, { merchantId: params.id, account }),
  )
  command(
    http,
    {
      url: '/api/merchants/:id/account/confirm',
      access: voucherOffices.confirming,
      summary: 'Confirm, as the second person, where a merchant has its money sent',
      tag,
      params: byId,
      body: accountChangeBody,
      answer: nothing,
    },
    ({ actor, key, params, body }) =>
      confirmMerchantAccount(parts, actor, key, { merchantId: params.id, ...body }),
  )
  command(
    http,
    {
      url: '/api/merchants/:id/account/drop',
      access: voucherOffices.confirming,
      summary: 'Drop an account that waits to be confirmed',
      tag,
      params: byId,
      body: accountChangeBody,
      answer: nothing,
    },
    ({ actor, key, params, body }) =>
      dropMerchantAccount(parts, actor, key, { merchantId: params.id, ...body }),
  )
}

function registerPeople(http: FastifyInstance, parts: VoucherParts): void {
  command(
    http,
    {
      url: '/api/merchants/:id/people',
      access,
      summary: 'Let somebody of the roster, or of elsewhere, take vouchers for a merchant',
      tag,
      params: byId,
      body: bindPersonBody,
      answer: bindPersonAnswer,
    },
    ({ actor, key, params, body }) =>
      bindMerchantPerson(parts, actor, key, { merchantId: params.id, who: body.who }),
  )
  command(
    http,
    {
      url: '/api/merchants/:id/people/remove',
      access,
      summary: 'Somebody takes vouchers for a merchant no more',
      tag,
      params: byId,
      body: unbindPersonBody,
      answer: nothing,
    },
    ({ actor, key, params, body }) =>
      unbindMerchantPerson(parts, actor, key, { merchantId: params.id, personId: body.personId }),
  )
}
