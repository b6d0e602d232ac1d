import type { FastifyInstance } from 'fastify'
import { command, query } from '../../../../platform/http/route.ts'
import type { InputParts } from '../parts.ts'
import { askers, technicians } from '../policy.ts'
import {
  approveBody,
  askAnswer,
  askBody,
  askedAnswer,
  byId,
  declineBody,
  nothing,
} from '../schema.ts'
import { approveApplication } from './approve-application.ts'
import { askApplication } from './ask-application.ts'
import { declineApplication } from './decline-application.ts'
import { readAsked } from './read-asked.ts'
import { withdrawApplication } from './withdraw-application.ts'

const tag = 'inputs'

export function registerApplicationRoutes(http: FastifyInstance, parts: InputParts): void {
  query(
    http,
    {
      url: '/api/applications',
      access: technicians,
      summary: 'What growers ask to put on their plots',
      tag,
      answer: askedAnswer,
    },
    ({ actor, language }) => readAsked(parts, actor, language),
  )
  command(
    http,
    {
      url: '/api/applications',
      access: askers,
      summary: 'Ask to put a product on one’s plot',
      tag,
      body: askBody,
      answer: askAnswer,
    },
    ({ actor, key, body }) => askApplication(parts, actor, key, body),
  )
  command(
    http,
    {
      url: '/api/applications/:id/withdraw',
      access: askers,
      summary: 'No longer ask',
      tag,
      params: byId,
      answer: nothing,
    },
    ({ actor, key, params }) =>
      withdrawApplication(parts, actor, key, { applicationId: params.id }),
  )
  command(
    http,
    {
      url: '/api/applications/:id/approve',
      access: technicians,
      summary: 'Let a product be put on a plot, on the spot',
      tag,
      params: byId,
      body: approveBody,
      answer: nothing,
    },
    ({ actor, key, params, body }) =>
      approveApplication(parts, actor, key, { ...body, applicationId: params.id }),
  )
  command(
    http,
    {
      url: '/api/applications/:id/decline',
      access: technicians,
      summary: 'Not let a product be put on a plot',
      tag,
      params: byId,
      body: declineBody,
      answer: nothing,
    },
    ({ actor, key, params, body }) =>
      declineApplication(parts, actor, key, { ...body, applicationId: params.id }),
  )
}
