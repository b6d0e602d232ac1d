import type { FastifyInstance } from 'fastify'
import { command } from '../../../../platform/http/route.ts'
import type { Commands } from '../../ground/commands.ts'
import {
  byId,
  checkInAnswer,
  correctionBody,
  nothing,
  presencesAnswer,
  presencesBody,
  shiftScoreAnswer,
  shiftScoreBody,
  walkInBody,
} from '../../ground/schema.ts'
import { correctAttendance } from './correct-attendance.ts'
import { enterPresences } from './enter-presences.ts'
import { enterWalkIn } from './enter-walk-in.ts'
import { scoreShift } from './score-shift.ts'

const tag = 'attendance'

/** What a leader enters for others; who leads what is the actions' to check. */
export function registerLeaderRoutes(http: FastifyInstance, parts: Commands): void {
  command(
    http,
    {
      url: '/api/attendances/:id/correct',
      access: ['villager'],
      summary: 'Correct a mistaken check-in or check-out, until it is scored',
      tag,
      params: byId,
      body: correctionBody,
      answer: nothing,
    },
    ({ actor, key, params, body }) =>
      correctAttendance(parts, actor, key, { attendanceId: params.id, ...body }),
  )
  command(
    http,
    {
      url: '/api/shifts/:id/walk-ins',
      access: ['villager'],
      summary: 'Enter somebody who came without a sign-up; for the leader and the committee',
      tag,
      perMinute: 60,
      params: byId,
      body: walkInBody,
      answer: checkInAnswer,
    },
    ({ actor, key, params, body }) =>
      enterWalkIn(parts, actor, key, { shiftId: params.id, who: body }),
  )
  command(
    http,
    {
      url: '/api/shifts/:id/presences',
      access: ['villager'],
      summary: 'Check many people in or out at once; for the leader and the committee',
      tag,
      params: byId,
      body: presencesBody,
      answer: presencesAnswer,
    },
    async ({ actor, key, params, body, language }) => {
      const given = { shiftId: params.id, ...body }
      const { entered, leftOut } = await enterPresences(parts, actor, key, given)
      const told = leftOut.map(({ personId, code, ...words }) => ({
        personId,
        code,
        sentence: words[language],
      }))
      return { entered, leftOut: told }
    },
  )
  command(
    http,
    {
      url: '/api/shifts/:id/scores',
      access: ['villager'],
      summary: 'Give everybody without a score the same one; for the leader and the committee',
      tag,
      params: byId,
      body: shiftScoreBody,
      answer: shiftScoreAnswer,
    },
    ({ actor, key, params, body }) =>
      scoreShift(parts, actor, key, { shiftId: params.id, ...body }),
  )
}
