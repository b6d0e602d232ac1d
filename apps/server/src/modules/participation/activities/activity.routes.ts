import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { pageQuery } from '../../../platform/http/cursor.ts'
import { command, query } from '../../../platform/http/route.ts'
import { cancelActivity } from './cancel-activity.ts'
import type { Commands } from '../ground/commands.ts'
import { decideActivity } from './decide-activity.ts'
import { listActivities, listPublicActivities } from './list-activities.ts'
import { proposeActivity } from './propose-activity.ts'
import type { Readers } from '../ground/readers.ts'
import { readActivity } from './read-activity.ts'
import { resubmitActivity } from './resubmit-activity.ts'
import {
  activityAnswer,
  activityPage,
  activityScope,
  activitySort,
  byId,
  byVillage,
  cancelBody,
  decidedAnswer,
  decisionBody,
  nothing,
  proposalBody,
  proposedAnswer,
} from '../ground/schema.ts'

const tag = 'activities'
/** Five hundred shifts are some 80 kB of JSON. */
const PROPOSAL_BYTES = 160 * 1024

export function registerActivityRoutes(http: FastifyInstance, parts: Commands & Readers): void {
  registerActivityQueries(http, parts)
  registerProposalCommands(http, parts)
  registerOutcomeCommands(http, parts)
}

function registerActivityQueries(http: FastifyInstance, parts: Readers): void {
  query(
    http,
    {
      url: '/api/activities',
      access: ['villager'],
      summary: 'Activities: to come, mine, past, or proposed',
      tag,
      query: z.object({ ...pageQuery, scope: activityScope, sort: activitySort.optional() }),
      answer: activityPage,
    },
    ({ actor, language, query: page }) =>
      listActivities(parts, { actor, language }, { ...page, cursor: page.cursor }),
  )
  query(
    http,
    {
      url: '/api/villages/:villageId/activities',
      access: 'public',
      summary: 'The approved activities of a village that are to come',
      tag,
      params: byVillage,
      query: z.object(pageQuery),
      answer: activityPage,
    },
    ({ language, params, query: { cursor, limit } }) =>
      listPublicActivities(parts, { language }, params.villageId, { cursor, limit }),
  )
  query(
    http,
    {
      url: '/api/activities/:id',
      access: ['villager'],
      summary: 'One activity with its shifts',
      tag,
      params: byId,
      answer: activityAnswer,
    },
    ({ actor, language, params }) => readActivity(parts, { actor, language }, params.id),
  )
}

function registerProposalCommands(http: FastifyInstance, parts: Commands): void {
  command(
    http,
    {
      url: '/api/activities',
      access: ['villager'],
      summary: 'Propose an activity',
      tag,
      bodyLimitBytes: PROPOSAL_BYTES,
      body: proposalBody,
      answer: proposedAnswer,
    },
    ({ actor, key, body }) => proposeActivity(parts, actor, key, body),
  )
  command(
    http,
    {
      url: '/api/activities/:id/resubmit',
      access: ['villager'],
      summary: 'Propose an activity again that was sent back',
      tag,
      bodyLimitBytes: PROPOSAL_BYTES,
      params: byId,
      body: proposalBody,
      answer: proposedAnswer,
    },
    ({ actor, key, params, body }) =>
      resubmitActivity(parts, actor, key, { activityId: params.id, proposal: body }),
  )
}

function registerOutcomeCommands(http: FastifyInstance, parts: Commands): void {
  command(
    http,
    {
      url: '/api/activities/:id/decide',
      access: ['committee'],
      summary: 'Approve a proposed activity, send it back or refuse it',
      tag,
      params: byId,
      body: decisionBody,
      answer: decidedAnswer,
    },
    ({ actor, key, params, body }) =>
      decideActivity(parts, actor, key, { activityId: params.id, ...body }),
  )
  command(
    http,
    {
      url: '/api/activities/:id/cancel',
      access: ['villager'],
      summary: 'Call an activity off',
      tag,
      params: byId,
      body: cancelBody,
      answer: nothing,
    },
    ({ actor, key, params, body }) =>
      cancelActivity(parts, actor, key, { activityId: params.id, ...body }),
  )
}
