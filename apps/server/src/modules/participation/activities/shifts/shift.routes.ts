import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { pageQuery } from '../../../../platform/http/cursor.ts'
import { command, query } from '../../../../platform/http/route.ts'
import { checkIn } from '../attendance/check-in.ts'
import { checkOut } from '../attendance/check-out.ts'
import type { Commands } from '../../ground/commands.ts'
import { listMyShifts } from './list-my-shifts.ts'
import type { Readers } from '../../ground/readers.ts'
import {
  byId,
  checkInAnswer,
  checkOutAnswer,
  myShiftsAnswer,
  nothing,
  presenceBody,
  signUpAnswer,
} from '../../ground/schema.ts'
import { signUpForShift } from './sign-up-for-shift.ts'
import { withdrawFromShift } from './withdraw-from-shift.ts'

const tag = 'shifts'

export function registerShiftRoutes(http: FastifyInstance, parts: Commands & Readers): void {
  registerSignUpRoutes(http, parts)
  registerPresenceRoutes(http, parts)
}

function registerSignUpRoutes(http: FastifyInstance, parts: Commands & Readers): void {
  query(
    http,
    {
      url: '/api/me/shifts',
      access: ['villager'],
      summary: 'My shifts: now, to come, and past',
      tag,
      query: z.object(pageQuery),
      answer: myShiftsAnswer,
    },
    ({ actor, query: { cursor, limit } }) => listMyShifts(parts, { actor }, { cursor, limit }),
  )
  command(
    http,
    {
      url: '/api/shifts/:id/sign-up',
      access: ['villager'],
      summary: 'Take a place in a shift, or in its waiting list',
      tag,
      params: byId,
      answer: signUpAnswer,
    },
    ({ actor, key, params }) => signUpForShift(parts, actor, key, { shiftId: params.id }),
  )
  command(
    http,
    {
      url: '/api/shifts/:id/withdraw',
      access: ['villager'],
      summary: 'Give a place in a shift back',
      tag,
      params: byId,
      answer: nothing,
    },
    ({ actor, key, params }) => withdrawFromShift(parts, actor, key, { shiftId: params.id }),
  )
}

function registerPresenceRoutes(http: FastifyInstance, parts: Commands): void {
  command(
    http,
    {
      url: '/api/shifts/:id/check-in',
      access: ['villager'],
      summary: 'Check in by the post’s code, or somebody else as their leader',
      tag,
      perMinute: 60,
      params: byId,
      body: presenceBody,
      answer: checkInAnswer,
    },
    ({ actor, key, params, body }) => checkIn(parts, actor, key, { shiftId: params.id, ...body }),
  )
  command(
    http,
    {
      url: '/api/shifts/:id/check-out',
      access: ['villager'],
      summary: 'Check out by the post’s code, or somebody else as their leader',
      tag,
      perMinute: 60,
      params: byId,
      body: presenceBody,
      answer: checkOutAnswer,
    },
    ({ actor, key, params, body }) => checkOut(parts, actor, key, { shiftId: params.id, ...body }),
  )
}
