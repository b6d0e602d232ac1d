import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Session } from '../../../platform/http/route.ts'
import { command, query } from '../../../platform/http/route.ts'
import { SESSION_COOKIE } from '../../../platform/http/server.ts'
import { setOwnCookie } from '../../../platform/http/set-cookie.ts'
import { refuse } from '../refusals.ts'
import { askerOf } from './asker.routes.ts'
import { readSessionView, readVillageChoices } from './read-session-view.ts'
import { requestCode } from './request-code.ts'
import { SESSION_DAYS } from './resolve-session.ts'
import {
  codeAnswer,
  pastedText,
  phoneText,
  sessionAnswer,
  sessionView,
  villageId,
} from './schema.ts'
import type { SignInParts } from './sign-in-parts.ts'
import { chooseVillage, signIn, type OpenedSession } from './sign-in.ts'
import { signOut } from './sign-out.ts'

export interface SignInRouteParts extends SignInParts {
  readonly publicUrl: string
}

export function registerSignInRoutes(http: FastifyInstance, parts: SignInRouteParts): void {
  registerCodeRoutes(http, parts)
  registerSessionRoutes(http, parts)
}

function registerCodeRoutes(http: FastifyInstance, parts: SignInRouteParts): void {
  command(
    http,
    {
      url: '/api/sign-in/code',
      access: 'public',
      perMinute: 20,
      summary: 'Send a one-time code to a telephone',
      tag: 'session',
      body: z.object({ phone: phoneText }),
      answer: codeAnswer,
    },
    ({ body, request, reply }) => requestCode(parts, askerOf(parts, request, reply), body),
  )
  command(
    http,
    {
      url: '/api/sign-in',
      access: 'public',
      perMinute: 20,
      summary: 'Sign in with a telephone and its code',
      tag: 'session',
      body: z.object({ phone: phoneText, code: pastedText }),
      answer: sessionAnswer,
    },
    async ({ body, session, request, reply }) => {
      const opened = await signIn(parts, askerOf(parts, request, reply), body, session)
      setSessionCookie({ request, reply }, parts.publicUrl, opened.cookie)
      return viewOf(parts, opened)
    },
  )
}

function registerSessionRoutes(http: FastifyInstance, parts: SignInRouteParts): void {
  command(
    http,
    {
      url: '/api/session/village',
      access: 'signed_in',
      summary: 'Choose or change the village',
      tag: 'session',
      body: z.object({ villageId }),
      answer: sessionView,
    },
    async ({ body, session, request, reply }) => {
      const opened = await chooseVillage(parts, session, body.villageId)
      setSessionCookie({ request, reply }, parts.publicUrl, opened.cookie)
      const view = (await viewOf(parts, opened)).session
      if (view === null) throw refuse('not_on_roster')
      return view
    },
  )
  query(
    http,
    {
      url: '/api/session',
      access: 'public',
      summary: 'Who is signed in',
      tag: 'session',
      answer: sessionAnswer,
    },
    async ({ session, request, reply }) => {
      if (session === null) return { choices: null, session: null }
      const cookie = request.cookies[SESSION_COOKIE]
      if (cookie) setSessionCookie({ request, reply }, parts.publicUrl, cookie)
      return currentView(parts, session)
    },
  )
  command(
    http,
    {
      url: '/api/sign-out',
      access: 'signed_in',
      summary: 'Sign out, here or everywhere',
      tag: 'session',
      body: z.object({ everywhere: z.boolean().default(false) }),
      answer: z.object({}),
    },
    async ({ body, session, reply }) => {
      await signOut(parts.database, session, body.everywhere)
      reply.clearCookie(SESSION_COOKIE, { path: '/' })
      return {}
    },
  )
}

async function currentView(parts: SignInParts, session: Session) {
  if (session.actor === null)
    return { choices: await readVillageChoices(parts.database, session.phoneHash), session: null }
  const { villageId: village, personId } = session.actor
  const who = { phoneHash: session.phoneHash, villageId: village, personId }
  return { choices: null, session: await readSessionView(parts.database, who) }
}

async function viewOf(parts: SignInParts, { phoneHash, identity }: OpenedSession) {
  if (identity === null)
    return { choices: await readVillageChoices(parts.database, phoneHash), session: null }
  const { villageId: village, personId } = identity
  const who = { phoneHash, villageId: village, personId }
  return { choices: null, session: await readSessionView(parts.database, who) }
}

function setSessionCookie(
  exchange: Parameters<typeof setOwnCookie>[0],
  publicUrl: string,
  value: string,
): void {
  const cookie = { name: SESSION_COOKIE, value, path: '/', maxAgeDays: SESSION_DAYS }
  setOwnCookie(exchange, publicUrl, cookie)
}
