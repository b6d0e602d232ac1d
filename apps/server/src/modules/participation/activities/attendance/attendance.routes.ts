import type { FastifyInstance } from 'fastify'
import { command, query } from '../../../../platform/http/route.ts'
import type { Commands } from '../../ground/commands.ts'
import { listAttendance } from './list-attendance.ts'
import type { Readers } from '../../ground/readers.ts'
import { readActivityCode, readPostCode } from './read-post-code.ts'
import { byId, bySubject, nothing, scoreBody } from '../../ground/schema.ts'
import { attendanceAnswer, codeAnswer } from './schema.ts'
import { registerLeaderRoutes } from './leader.routes.ts'
import { scoreAttendance } from './score-attendance.ts'

const tag = 'attendance'

/** What a leader sees and does; who leads what is the actions' to check. */
export function registerAttendanceRoutes(http: FastifyInstance, parts: Commands & Readers): void {
  registerLeaderRoutes(http, parts)
  query(
    http,
    {
      url: '/api/shifts/:id/attendance',
      access: ['villager'],
      summary: 'Who is awaited at a shift and who came; for its leader and the committee',
      tag,
      params: byId,
      answer: attendanceAnswer,
    },
    ({ actor, params }) => listAttendance(parts, { actor }, params.id),
  )
  command(
    http,
    {
      url: '/api/attendances/:id/score',
      access: ['villager'],
      summary: 'Score an attendance; for its leader and the committee',
      tag,
      params: byId,
      body: scoreBody,
      answer: nothing,
    },
    ({ actor, key, params, body }) =>
      scoreAttendance(parts, actor, key, { attendanceId: params.id, ...body }),
  )
  query(
    http,
    {
      url: '/api/posts/:subjectId/code',
      holdsSecret: true,
      access: ['villager'],
      summary: 'The code a post shows now; for the committee, group leaders and the leader there',
      tag,
      params: bySubject,
      answer: codeAnswer,
    },
    ({ actor, params }) => {
      return readPostCode(parts, { actor }, params.subjectId)
    },
  )
  query(
    http,
    {
      url: '/api/activities/:id/code',
      holdsSecret: true,
      access: ['villager'],
      summary: 'The code of an activity whose shifts stand at no post',
      tag,
      params: byId,
      answer: codeAnswer,
    },
    ({ actor, params }) => {
      return readActivityCode(parts, { actor }, params.id)
    },
  )
}
