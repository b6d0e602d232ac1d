import type { FastifyInstance } from 'fastify'
import { command, query } from '../../../../platform/http/route.ts'
import type { PlanParts } from '../parts.ts'
import { planReaders, planting } from '../policy.ts'
import {
  boardAnswer,
  byId,
  cancelBody,
  changeAnswer,
  changeBody,
  nothing,
  ofSeason,
  planAnswer,
  planBody,
  previewAnswer,
} from '../schema.ts'
import { cancelPlanting, changePlanting } from './end-planting.ts'
import { planPlantings } from './plan-plantings.ts'
import { previewPlan, readPlan } from './read-plan.ts'

const tag = 'plan'

export function registerPlantingRoutes(http: FastifyInstance, parts: PlanParts): void {
  query(
    http,
    {
      url: '/api/plantings',
      access: planReaders,
      summary:
        'Plots with what is planned on them in a season; a villager’s own, the company’s all',
      tag,
      query: ofSeason,
      answer: boardAnswer,
    },
    ({ actor, query: { growingSeasonId }, language }) =>
      readPlan(parts, actor, growingSeasonId, language),
  )
  command(
    http,
    {
      url: '/api/plantings/preview',
      access: planting,
      perMinute: 60,
      summary: 'What would come of a plan, plot by plot; plans nothing',
      tag,
      body: planBody,
      answer: previewAnswer,
    },
    ({ actor, body, language }) => previewPlan(parts, actor, body, language),
  )
  command(
    http,
    {
      url: '/api/plantings',
      access: planting,
      summary: 'Plan what is grown on plots, all or none',
      tag,
      body: planBody,
      answer: planAnswer,
    },
    ({ actor, key, body }) => planPlantings(parts, actor, key, body),
  )
  command(
    http,
    {
      url: '/api/plantings/:id/change',
      access: planting,
      summary: 'Plan something else, or other days, in a planting’s place',
      tag,
      params: byId,
      body: changeBody,
      answer: changeAnswer,
    },
    ({ actor, key, params, body }) =>
      changePlanting(parts, actor, key, { ...body, plantingId: params.id }),
  )
  command(
    http,
    {
      url: '/api/plantings/:id/cancel',
      access: planting,
      summary: 'Give a planting up',
      tag,
      params: byId,
      body: cancelBody,
      answer: nothing,
    },
    ({ actor, key, params, body }) =>
      cancelPlanting(parts, actor, key, { ...body, plantingId: params.id }),
  )
}
