import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { command, query } from '../../../platform/http/route.ts'
import { senderKeyOf } from '../../../platform/http/sender-address.ts'
import { line } from '../../../platform/http/text.ts'
import { findOwnSubjectByPlate } from '../plates/find-subject.ts'
import { plateKeepers, villagers } from '../policy.ts'
import type { Asker } from '../sign-in/asker.routes.ts'
import { readSessionView } from '../sign-in/read-session-view.ts'
import {
  codeAnswer,
  pastedText,
  phoneText,
  sessionAnswer,
  villageId as villageCode,
} from '../sign-in/schema.ts'
import { askWechat, readAccount, type WechatParts } from './ask-wechat.ts'
import { bindWechat, requestBindingCode, unbindWechat, type BindingParts } from './bind-wechat.ts'
import { signInByWechat } from './sign-in-by-wechat.ts'

export interface WechatRouteParts extends BindingParts, WechatParts {}

/** The page that a plate's mini-program code opens. */
const PLATE_PAGE = 'pages/plate/plate'

/** What `wx.login` gives: used once, and within five minutes. */
const loginCode = line(200)

const wechatAnswer = sessionAnswer.extend({
  isBound: z.boolean().meta({ description: 'false: a telephone is to be bound first' }),
  token: z
    .string()
    .nullable()
    .meta({ description: 'Sent in the header Authorization: Bearer; told this once' }),
})

export function registerWechatRoutes(http: FastifyInstance, parts: WechatRouteParts): void {
  registerSignIn(http, parts)
  registerBinding(http, parts)
  registerPlateCode(http, parts)
}

function registerSignIn(http: FastifyInstance, parts: WechatRouteParts): void {
  command(
    http,
    {
      url: '/api/wechat/sign-in',
      access: 'public',
      perMinute: 60,
      holdsSecret: true,
      summary: 'Sign in by a WeChat account that is bound to a person',
      tag: 'session',
      body: z.object({ loginCode, villageId: villageCode.nullable().default(null) }),
      answer: wechatAnswer,
    },
    async ({ body }) => answerOf(parts, await readAccount(parts, body.loginCode), body.villageId),
  )
}

function registerBinding(http: FastifyInstance, parts: WechatRouteParts): void {
  command(
    http,
    {
      url: '/api/wechat/code',
      access: 'public',
      perMinute: 20,
      summary: 'Send a code to a telephone, to bind a WeChat account to it',
      tag: 'session',
      body: z.object({ loginCode, phone: phoneText }),
      answer: codeAnswer,
    },
    async ({ body, request }) => {
      const who = await whoAsks(parts, request, body.loginCode)
      return requestBindingCode(parts, who, body)
    },
  )
  command(
    http,
    {
      url: '/api/wechat/bind',
      access: 'public',
      perMinute: 20,
      holdsSecret: true,
      summary: 'Bind a WeChat account to a telephone by its code, and sign in',
      tag: 'session',
      body: z.object({ loginCode, phone: phoneText, code: pastedText }),
      answer: wechatAnswer,
    },
    async ({ body, request }) => {
      const who = await whoAsks(parts, request, body.loginCode)
      await bindWechat(parts, who, body)
      return answerOf(parts, who.accountHash, null)
    },
  )
  command(
    http,
    {
      url: '/api/me/wechat/unbind',
      access: villagers,
      summary: 'Sign in by WeChat no more',
      tag: 'session',
      answer: z.object({}),
    },
    ({ actor, key }) => unbindWechat(parts, actor, key),
  )
}

function registerPlateCode(http: FastifyInstance, parts: WechatRouteParts): void {
  query(
    http,
    {
      url: '/api/plates/:code/wechat-code',
      access: plateKeepers,
      perMinute: 60,
      summary: 'A mini-program code that opens a plate, as a picture in base64',
      tag: 'community',
      params: z.object({ code: line(20) }),
      answer: z.object({ mediaType: z.string(), base64: z.string() }),
    },
    async ({ actor, params }) => {
      const { villageId } = actor
      const { code } = await parts.database.inVillage(villageId, (db) =>
        findOwnSubjectByPlate({ db, villageId }, params.code),
      )
      const { mediaType, content } = await askWechat(parts, (wechat) =>
        wechat.drawCode({ scene: code, page: PLATE_PAGE }),
      )
      return { mediaType, base64: content.toString('base64') }
    },
  )
}

/** A WeChat account stands where the web has a browser: it brings its own proof. */
async function whoAsks(
  parts: WechatRouteParts,
  request: FastifyRequest,
  code: string,
): Promise<{ accountHash: string; asker: Asker }> {
  const { keyring } = parts
  const accountHash = await readAccount(parts, code)
  const asker = {
    deviceHash: keyring.hashOf('sign-in device', `wechat ${accountHash}`),
    hasDevice: true,
    addressHash: keyring.hashOf('sign-in address', senderKeyOf(request.ip)),
  }
  return { accountHash, asker }
}

async function answerOf(parts: WechatRouteParts, accountHash: string, village: string | null) {
  const told = await signInByWechat(parts, accountHash, village)
  switch (told.state) {
    case 'not_bound':
      return { isBound: false, token: null, choices: null, session: null }
    case 'choose': {
      const views = await Promise.all(told.among.map((who) => readSessionView(parts.database, who)))
      const choices = views.flatMap((view) =>
        view === null
          ? []
          : [
              {
                villageId: view.village.villageId,
                villageName: view.village.name,
                personId: view.person.personId,
                personName: view.person.name,
              },
            ],
      )
      return { isBound: true, token: null, choices, session: null }
    }
    case 'signed_in': {
      const session = await readSessionView(parts.database, told.as)
      return { isBound: true, token: told.token, choices: null, session }
    }
  }
}
