import type { FastifyInstance } from 'fastify'
import { command, query } from '../../../../platform/http/route.ts'
import type { RoundParts } from '../parts.ts'
import { buyers, weighers } from '../policy.ts'
import {
  byId,
  checkScaleAnswer,
  checkScaleBody,
  enterScaleAnswer,
  enterScaleBody,
  nothing,
  readingAnswer,
  scalesAnswer,
} from '../schema.ts'
import { checkScale } from './check-scale.ts'
import { enterScale } from './enter-scale.ts'
import { readScales } from './read-scales.ts'
import { readWeight } from './read-weight.ts'

const tag = 'rounds'
const READINGS_A_MINUTE = 60

export function registerScaleRoutes(http: FastifyInstance, parts: RoundParts): void {
  query(
    http,
    {
      url: '/api/scales',
      access: weighers,
      summary: 'Scales, and whether they may weigh today',
      tag,
      answer: scalesAnswer,
    },
    ({ actor, language }) => readScales(parts, actor, language),
  )
  command(
    http,
    {
      url: '/api/scales/:id/readings',
      access: weighers,
      perMinute: READINGS_A_MINUTE,
      summary: 'Read what a scale on a serial line weighs once it has settled',
      tag,
      params: byId,
      body: nothing,
      answer: readingAnswer,
    },
    ({ actor, key, params }) => readWeight(parts, actor, key, { scaleId: params.id }),
  )
  command(
    http,
    {
      url: '/api/scales',
      access: buyers,
      summary: 'Enter a scale',
      tag,
      body: enterScaleBody,
      answer: enterScaleAnswer,
    },
    ({ actor, key, body }) => enterScale(parts, actor, key, body),
  )
  command(
    http,
    {
      url: '/api/scales/:id/checks',
      access: weighers,
      summary: 'Enter what a scale shows of a test weight',
      tag,
      params: byId,
      body: checkScaleBody,
      answer: checkScaleAnswer,
    },
    ({ actor, key, params, body }) =>
      checkScale(parts, actor, key, { ...body, scaleId: params.id }).then(
        ({ outcome, doubted }) => ({ outcome, doubted: [...doubted] }),
      ),
  )
}
