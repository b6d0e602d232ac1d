import type { FastifyInstance } from 'fastify'
import { command } from '../../../platform/http/route.ts'
import type { Commands } from '../ground/commands.ts'
import { byId, closedAnswer } from '../ground/schema.ts'
import { closeActivity } from './close-activity.ts'

const tag = 'activities'

export function registerClosingRoutes(http: FastifyInstance, parts: Commands): void {
  command(
    http,
    {
      url: '/api/activities/:id/close',
      access: ['villager'],
      summary: 'Close an activity that is over; its awards are computed',
      tag,
      params: byId,
      answer: closedAnswer,
    },
    ({ actor, key, params }) => closeActivity(parts, actor, key, { activityId: params.id }),
  )
}
