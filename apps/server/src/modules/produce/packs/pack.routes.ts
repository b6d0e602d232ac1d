import type { FastifyInstance } from 'fastify'
import { command, query } from '../../../platform/http/route.ts'
import { packers, packReaders } from '../lots/index.ts'
import { registerGtinRoutes } from './gtins/gtin.routes.ts'
import { packLots } from './packing/pack-lots.ts'
import { readLabels, readPackings } from './packing/read-packings.ts'
import type { PackParts } from './parts.ts'
import { liftOffices, recallers } from './policy.ts'
import { confirmLift } from './recall/confirm-lift.ts'
import { placeHold } from './recall/place-hold.ts'
import { proposeLift } from './recall/propose-lift.ts'
import { readHolds, readRecall } from './recall/read-recall.ts'
import {
  byId,
  byNumber,
  holdAnswer,
  holdBody,
  holdsAnswer,
  labelsAnswer,
  liftBody,
  nothing,
  packAnswer,
  packBody,
  packingsAnswer,
  recallAnswer,
  recallQuery,
} from './schema.ts'

const tag = 'packs'

export function registerPackRoutes(http: FastifyInstance, parts: PackParts): void {
  query(
    http,
    {
      url: '/api/packings',
      access: packReaders,
      summary: 'What was packed, the latest first',
      tag,
      answer: packingsAnswer,
    },
    ({ actor }) => readPackings(parts, actor),
  )
  query(
    http,
    {
      url: '/api/packings/:number/labels',
      access: packReaders,
      summary: 'What stands on the labels of a packing',
      tag,
      params: byNumber,
      answer: labelsAnswer,
    },
    ({ actor, params }) => readLabels(parts, actor, params.number),
  )
  command(
    http,
    {
      url: '/api/packings',
      access: packers,
      summary: 'Wash and pack lots: what goes in comes out, or is told as loss',
      tag,
      body: packBody,
      answer: packAnswer,
    },
    ({ actor, key, body }) => packLots(parts, actor, key, body),
  )
  registerRecalls(http, parts)
  registerGtinRoutes(http, parts)
}

function registerRecalls(http: FastifyInstance, parts: PackParts): void {
  query(
    http,
    {
      url: '/api/recalls',
      access: recallers,
      summary: 'All packs that something reaches, and whom to telephone',
      tag,
      query: recallQuery,
      answer: recallAnswer,
    },
    ({ actor, query: asked }) => readRecall(parts, actor, asked),
  )
  query(
    http,
    {
      url: '/api/holds',
      access: packReaders,
      summary: 'Recalls that go on, and that ended',
      tag,
      answer: holdsAnswer,
    },
    ({ actor, language }) => readHolds(parts, actor, language),
  )
  command(
    http,
    {
      url: '/api/holds',
      access: recallers,
      summary: 'Recall a pack, a lot, or all of a plot, product or substance',
      tag,
      body: holdBody,
      answer: holdAnswer,
    },
    ({ actor, key, body }) => placeHold(parts, actor, key, body),
  )
  command(
    http,
    {
      url: '/api/holds/:id/lift',
      access: liftOffices.proposing,
      summary: 'Propose that a recall ends',
      tag,
      params: byId,
      body: liftBody,
      answer: nothing,
    },
    ({ actor, key, params, body }) =>
      proposeLift(parts, actor, key, { ...body, holdId: params.id }),
  )
  command(
    http,
    {
      url: '/api/holds/:id/lift/confirm',
      access: liftOffices.confirming,
      summary: 'End a recall, as the second person',
      tag,
      params: byId,
      body: nothing,
      answer: nothing,
    },
    ({ actor, key, params }) => confirmLift(parts, actor, key, { holdId: params.id }),
  )
}
