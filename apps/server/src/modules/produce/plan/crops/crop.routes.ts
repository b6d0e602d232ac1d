import type { FastifyInstance } from 'fastify'
import { command, query } from '../../../../platform/http/route.ts'
import type { PlanParts } from '../parts.ts'
import { planners, planReaders } from '../policy.ts'
import { cropsAnswer, keepCropAnswer, keepCropBody } from '../schema.ts'
import { keepCrop } from './keep-crop.ts'
import { readCropBook } from './read-crops.ts'

const tag = 'plan'

export function registerCropRoutes(http: FastifyInstance, parts: PlanParts): void {
  query(
    http,
    {
      url: '/api/crops',
      access: planReaders,
      summary: 'What the village grows: crops in their varieties, with their tasks',
      tag,
      answer: cropsAnswer,
    },
    ({ actor, language }) => readCropBook(parts, actor, language),
  )
  command(
    http,
    {
      url: '/api/crops',
      access: planners,
      summary: 'Enter a crop in one variety, or change what is known of it',
      tag,
      body: keepCropBody,
      answer: keepCropAnswer,
    },
    ({ actor, key, body }) => keepCrop(parts, actor, key, body),
  )
}
