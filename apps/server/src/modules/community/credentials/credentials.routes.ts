import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { line, paragraphs } from '../../../platform/http/text.ts'
import { command, query } from '../../../platform/http/route.ts'
import type { VillageSecrets } from '../../record/index.ts'
import { rosterKeepers, villagers } from '../policy.ts'
import { askerOf } from '../sign-in/asker.routes.ts'
import { codeAnswer, phoneText } from '../sign-in/schema.ts'
import { changeOwnPhone, requestOwnPhoneCodes, type OwnPhoneParts } from './change-own-phone.ts'
import { CHANGES_A_DECISION, decideSignInChanges } from './decide-sign-in-changes.ts'
import { proposeSignInChange } from './propose-sign-in-change.ts'
import { readOwnSignIn, readSignInChanges } from './read-sign-in-changes.ts'
import { decidedChanges, ownSignIn, signInChanges } from './schema.ts'

export interface CredentialParts extends OwnPhoneParts {
  readonly publicUrl: string
  readonly secrets: VillageSecrets
}

const code = line(20)

export function registerCredentialRoutes(http: FastifyInstance, parts: CredentialParts): void {
  registerOwnRoutes(http, parts)
  registerOfficeRoutes(http, parts)
}

function registerOwnRoutes(http: FastifyInstance, parts: CredentialParts): void {
  query(
    http,
    {
      url: '/api/me/sign-in',
      access: villagers,
      summary: 'How I sign in, and what somebody would change of it',
      tag: 'session',
      answer: ownSignIn,
    },
    ({ actor }) => readOwnSignIn(parts, actor),
  )
  command(
    http,
    {
      url: '/api/me/sign-in/codes',
      access: villagers,
      perMinute: 10,
      summary: 'Send a code to my telephone and one to the new one',
      tag: 'session',
      body: z.object({ phone: phoneText }),
      answer: codeAnswer,
    },
    ({ actor, body, request, reply }) =>
      requestOwnPhoneCodes(parts, { actor, asker: askerOf(parts, request, reply) }, body),
  )
  command(
    http,
    {
      url: '/api/me/sign-in/phone',
      access: villagers,
      perMinute: 10,
      summary: 'Change my telephone, proved by both codes; all my sessions end',
      tag: 'session',
      body: z.object({ phone: phoneText, oldCode: code, newCode: code }),
      answer: z.object({}),
    },
    ({ actor, key, body, request, reply }) =>
      changeOwnPhone(parts, actor, key, { ...body, asker: askerOf(parts, request, reply) }),
  )
  command(
    http,
    {
      url: '/api/me/sign-in/decline',
      access: villagers,
      summary: 'Turn down a change that somebody proposed for me',
      tag: 'session',
      body: z.object({ changeId: z.uuid() }),
      answer: decidedChanges,
    },
    ({ actor, key, body }) =>
      decideSignInChanges(parts, actor, key, { changeIds: [body.changeId], decision: 'declined' }),
  )
}

function registerOfficeRoutes(http: FastifyInstance, parts: CredentialParts): void {
  query(
    http,
    {
      url: '/api/sign-in-changes',
      access: [...rosterKeepers, 'supervisor'],
      summary: 'Changes of telephones and identity numbers that wait; the look is noted',
      tag: 'community',
      answer: signInChanges,
    },
    ({ actor }) => readSignInChanges(parts, actor),
  )
  command(
    http,
    {
      url: '/api/people/:personId/sign-in-change',
      access: rosterKeepers,
      summary: 'Propose another telephone or identity number for somebody',
      tag: 'community',
      params: z.object({ personId: z.uuid() }),
      body: z.object({
        phone: phoneText.nullable().optional().meta({ description: 'null: has none any more' }),
        identityNumber: line(40).optional(),
        takesNumber: z
          .boolean()
          .default(false)
          .meta({ description: 'Whoever has the number now has passed it on' }),
        reason: paragraphs(500),
      }),
      answer: z.object({ changeId: z.string() }),
    },
    ({ actor, key, params, body }) =>
      proposeSignInChange(parts, actor, key, { ...params, ...body }),
  )
  command(
    http,
    {
      url: '/api/sign-in-changes/decide',
      access: rosterKeepers,
      summary: 'Confirm proposed changes as the second person, or turn them down',
      tag: 'community',
      body: z.object({
        changeIds: z.array(z.uuid()).min(1).max(CHANGES_A_DECISION),
        decision: z.enum(['confirmed', 'declined']),
      }),
      answer: decidedChanges,
    },
    ({ actor, key, body }) => decideSignInChanges(parts, actor, key, body),
  )
}
