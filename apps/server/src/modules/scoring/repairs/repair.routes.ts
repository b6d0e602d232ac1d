import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { paragraphs } from '../../../platform/http/text.ts'
import { command } from '../../../platform/http/route.ts'
import { pointsHundredths, uuid } from '../ground/shapes.ts'
import type { ScoringParts } from '../rules/index.ts'
import { repairDeduction } from './repair-deduction.ts'

const MOST_MINUTES = 100_000

export function registerRepairRoutes(http: FastifyInstance, parts: ScoringParts): void {
  command(
    http,
    {
      url: '/api/awards/:id/repairs',
      access: ['committee'],
      summary: 'Record that the fault of a deduction is made good, which gives points back',
      tag: 'scoring',
      params: z.object({ id: uuid }),
      body: z.object({
        way: z.enum(['mending', 'volunteering']),
        minutes: z.int().min(1).max(MOST_MINUTES).optional(),
        words: paragraphs(1000),
        photoFileId: uuid.optional(),
      }),
      answer: z.object({ repairAwardId: uuid, restoredHundredths: pointsHundredths }),
    },
    ({ actor, params: { id: awardId }, body: { minutes, photoFileId, ...rest }, key }) =>
      repairDeduction(parts, actor, key, {
        ...rest,
        awardId,
        minutes: minutes ?? null,
        photoFileId: photoFileId ?? null,
      }),
  )
}
