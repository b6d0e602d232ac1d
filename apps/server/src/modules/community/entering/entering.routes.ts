import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { line, paragraphs } from '../../../platform/http/text.ts'
import { command, query } from '../../../platform/http/route.ts'
import { rosterKeepers, staff } from '../policy.ts'
import type { RosterReading } from '../roster/read-household.ts'
import { correctPerson } from './correct-person.ts'
import { enterPerson, type EnteringParts } from './enter-person.ts'
import { movePerson } from './move-person.ts'
import { nameHead } from './name-head.ts'
import { readPerson } from './read-person.ts'
import { returnPerson } from './return-person.ts'
import { personView } from './schema.ts'

const nothing = z.object({})
const ofPerson = z.object({ personId: z.uuid() })
const reason = paragraphs(500)
const name = line(60)
const birthYear = z.int().min(1900).max(2100).nullable()
const place = z.union([
  z.object({ householdId: z.uuid() }),
  z.object({ groupNo: z.int().min(1).max(999), houseNo: line(40) }),
])

/** One person of the roster at a time, without a file. */
export function registerEnteringRoutes(
  http: FastifyInstance,
  parts: EnteringParts & RosterReading,
): void {
  query(
    http,
    {
      url: '/api/roster/people/:personId',
      access: staff,
      summary: 'A person on the roster; the look is noted',
      tag: 'community',
      params: ofPerson,
      answer: personView,
    },
    ({ actor, params }) => readPerson(parts, actor, params.personId),
  )
  command(
    http,
    {
      url: '/api/roster/people',
      access: rosterKeepers,
      summary: 'Enter one person, in a household or behind a new door',
      tag: 'community',
      body: z.object({
        name,
        phone: line(40).nullable(),
        identityNumber: line(40).nullable(),
        birthYear,
        place,
        reason,
      }),
      answer: z.object({ personId: z.string(), householdId: z.string() }),
    },
    ({ actor, key, body }) => enterPerson(parts, actor, key, body),
  )
  registerChangeRoutes(http, parts)
}

function registerChangeRoutes(http: FastifyInstance, parts: EnteringParts): void {
  command(
    http,
    {
      url: '/api/people/:personId/correct',
      access: rosterKeepers,
      summary: 'Correct how a person is written; not what they sign in with',
      tag: 'community',
      params: ofPerson,
      body: z.object({ name, birthYear, reason }),
      answer: nothing,
    },
    ({ actor, key, params, body }) => correctPerson(parts, actor, key, { ...params, ...body }),
  )
  command(
    http,
    {
      url: '/api/people/:personId/move',
      access: rosterKeepers,
      summary: 'Move a person to another household; where people live, a second person confirms',
      tag: 'community',
      params: ofPerson,
      body: z.object({ place, reason }),
      answer: z.object({ householdId: z.string(), state: z.enum(['done', 'proposed']) }),
    },
    ({ actor, key, params, body }) => movePerson(parts, actor, key, { ...params, ...body }),
  )
  command(
    http,
    {
      url: '/api/people/:personId/return',
      access: rosterKeepers,
      summary: 'Somebody who was marked as dead or moved away is back',
      tag: 'community',
      params: ofPerson,
      body: z.object({ reason }),
      answer: nothing,
    },
    ({ actor, key, params, body }) => returnPerson(parts, actor, key, { ...params, ...body }),
  )
  command(
    http,
    {
      url: '/api/households/:householdId/head',
      access: rosterKeepers,
      summary: 'Make somebody the head of their household',
      tag: 'community',
      params: z.object({ householdId: z.uuid() }),
      body: z.object({ personId: z.uuid(), reason }),
      answer: nothing,
    },
    ({ actor, key, params, body }) => nameHead(parts, actor, key, { ...params, ...body }),
  )
}
