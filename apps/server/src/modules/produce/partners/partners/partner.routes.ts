import type { FastifyInstance } from 'fastify'
import { command, query } from '../../../../platform/http/route.ts'
import type { PartnerParts } from '../parts.ts'
import { partnerKeepers, partnerReaders } from '../policy.ts'
import {
  addPartnerAnswer,
  addPartnerBody,
  byId,
  keyAnswer,
  nothing,
  partnersAnswer,
} from '../schema.ts'
import { addPartner } from './add-partner.ts'
import { endPartner } from './end-partner.ts'
import { readPartners } from './read-partners.ts'
import { renewKey } from './renew-key.ts'

const tag = 'partners'

export function registerPartnerRoutes(http: FastifyInstance, parts: PartnerParts): void {
  query(
    http,
    {
      url: '/api/partners',
      access: partnerReaders,
      summary: 'Who tells what becomes of packs, and what they told of late',
      tag,
      answer: partnersAnswer,
    },
    ({ actor, language }) => readPartners(parts, actor, language),
  )
  command(
    http,
    {
      url: '/api/partners',
      access: partnerKeepers,
      holdsSecret: true,
      summary: 'Enter a partner; their key is told once',
      tag,
      body: addPartnerBody,
      answer: addPartnerAnswer,
    },
    ({ actor, key, body }) => addPartner(parts, actor, key, body),
  )
  command(
    http,
    {
      url: '/api/partners/:id/key',
      access: partnerKeepers,
      holdsSecret: true,
      summary: 'Give a partner another key; the one before opens nothing any more',
      tag,
      params: byId,
      answer: keyAnswer,
    },
    ({ actor, key, params }) => renewKey(parts, actor, key, { partnerId: params.id }),
  )
  command(
    http,
    {
      url: '/api/partners/:id/end',
      access: partnerKeepers,
      summary: 'End a partner; what they told stays, as theirs',
      tag,
      params: byId,
      answer: nothing,
    },
    ({ actor, key, params }) => endPartner(parts, actor, key, { partnerId: params.id }),
  )
}
