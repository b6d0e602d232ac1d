import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { line, paragraphs } from '../../../platform/http/text.ts'
import { command, query } from '../../../platform/http/route.ts'
import type { Act } from '../../record/index.ts'
import { proposedRemovals, removals, waitingRemovalOf } from '../entering/schema.ts'
import { removalConfirmers, rosterKeepers, villagers } from '../policy.ts'
import type { RosterReading } from '../roster/read-household.ts'
import { confirmRemoval } from './confirm-removal.ts'
import { dropRemoval } from './drop-removal.ts'
import { eraseOneself } from './erase-oneself.ts'
import { proposeRemoval } from './propose-removal.ts'
import { readRemovals } from './read-removals.ts'

const nothing = z.object({})
const ofPerson = z.object({ personId: z.uuid() })

export interface RemovalParts extends RosterReading {
  readonly act: Act
}

export function registerRemovalRoutes(http: FastifyInstance, parts: RemovalParts): void {
  registerWaitingRoute(http, parts)
  command(
    http,
    {
      url: '/api/people/:personId/removal',
      access: rosterKeepers,
      summary: 'Propose that a person died, moved away or is erased; a second person confirms',
      tag: 'community',
      params: ofPerson,
      body: z.object({ removal: z.enum(proposedRemovals), reason: paragraphs(500) }),
      answer: nothing,
    },
    ({ actor, key, params, body }) => proposeRemoval(parts, actor, key, { ...params, ...body }),
  )
  command(
    http,
    {
      url: '/api/people/:personId/removal/confirm',
      access: removalConfirmers,
      summary: 'Confirm, as a second person, what another proposed',
      tag: 'community',
      params: ofPerson,
      body: z.object({
        removal: z.enum(removals),
        toHouseholdId: z.uuid().nullable().optional(),
      }),
      answer: nothing,
    },
    ({ actor, key, params, body }) => confirmRemoval(parts, actor, key, { ...params, ...body }),
  )
  command(
    http,
    {
      url: '/api/people/:personId/removal/drop',
      access: removalConfirmers,
      summary: 'Drop a removal that was proposed',
      tag: 'community',
      params: ofPerson,
      answer: nothing,
    },
    ({ actor, key, params }) => dropRemoval(parts, actor, key, params),
  )
  command(
    http,
    {
      url: '/api/me/erase',
      access: villagers,
      summary: 'Erase my own data, for good',
      tag: 'community',
      body: z.object({ name: line(60) }),
      answer: nothing,
    },
    ({ actor, key, body }) => eraseOneself(parts, actor, key, body),
  )
}

function registerWaitingRoute(http: FastifyInstance, parts: RemovalParts): void {
  query(
    http,
    {
      url: '/api/removals',
      access: removalConfirmers,
      summary: 'Removals that wait for a second person; the look is noted',
      tag: 'community',
      answer: z.object({ items: z.array(waitingRemovalOf) }),
    },
    ({ actor }) => readRemovals(parts, actor),
  )
}
