import type { FastifyInstance } from 'fastify'
import { command, query } from '../../../platform/http/route.ts'
import type { Commands } from '../ground/commands.ts'
import type { Readers } from '../ground/readers.ts'
import { byId, nothing } from '../ground/schema.ts'
import { announceDraw } from './announce-draw.ts'
import { readCheck, readOpenChecks } from './read-checks.ts'
import { readDraw, readDraws } from './read-draws.ts'
import { scoreSpotCheck } from './score-spot-check.ts'
import {
  announceBody,
  announcedAnswer,
  checkAnswer,
  drawAnswer,
  drawsAnswer,
  openChecksAnswer,
  scoreSpotCheckBody,
} from './schema.ts'
import { announcers, checkers, drawReaders } from './spot-policy.ts'

const tag = 'spot-checks'

export function registerSpotCheckRoutes(http: FastifyInstance, parts: Commands & Readers): void {
  registerDraws(http, parts)
  query(
    http,
    {
      url: '/api/spot-checks',
      access: checkers,
      summary: 'What is to be checked, and what I have checked',
      tag,
      answer: openChecksAnswer,
    },
    (reader) => readOpenChecks(parts, reader),
  )
  query(
    http,
    {
      url: '/api/spot-checks/:id',
      access: drawReaders,
      summary: 'One spot check; the leader’s scores once it is made',
      tag,
      params: byId,
      answer: checkAnswer,
    },
    ({ params, ...reader }) => readCheck(parts, reader, params.id),
  )
  command(
    http,
    {
      url: '/api/spot-checks/:id/score',
      access: checkers,
      summary: 'Give what was found on the spot, with a photo',
      tag,
      params: byId,
      body: scoreSpotCheckBody,
      answer: nothing,
    },
    ({ actor, key, params, body }) =>
      scoreSpotCheck(parts, actor, key, { checkId: params.id, ...body }),
  )
}

function registerDraws(http: FastifyInstance, parts: Commands & Readers): void {
  query(
    http,
    {
      url: '/api/spot-draws',
      access: drawReaders,
      summary: 'The latest draws of spot checks',
      tag,
      answer: drawsAnswer,
    },
    (reader) => readDraws(parts, reader),
  )
  query(
    http,
    {
      url: '/api/spot-draws/:id',
      access: drawReaders,
      summary: 'A draw: its announced list, the checkpoint that fixed it, what was found',
      tag,
      params: byId,
      answer: drawAnswer,
    },
    ({ params, ...reader }) => readDraw(parts, reader, params.id),
  )
  command(
    http,
    {
      url: '/api/spot-draws',
      access: announcers,
      summary: 'Announce a draw: the list and rate are published before anybody knows the lots',
      tag,
      body: announceBody,
      answer: announcedAnswer,
    },
    ({ actor, key, body }) => announceDraw(parts, actor, key, body),
  )
}
