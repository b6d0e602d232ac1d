import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { permissionView } from '../../../platform/http/permission.ts'
import { mark, paragraphs, searchText } from '../../../platform/http/text.ts'
import { listOf, listQuery } from '../../../platform/http/cursor.ts'
import { command, query } from '../../../platform/http/route.ts'
import { day, instant, uuid } from '../ground/shapes.ts'
import { staff } from '../../community/index.ts'
import type { ScoringParts } from '../rules/index.ts'
import { decideDeed } from './decide-deed.ts'
import { readDeeds } from './read-deeds.ts'
import { recordDeed } from './record-deed.ts'

const person = z.object({ personId: uuid, name: z.string() })
const state = z.enum(['recorded', 'scored', 'refused'])

const recordBody = z.object({
  personId: uuid,
  itemRef: mark(64),
  quantity: z
    .int()
    .min(1)
    .meta({ description: "Occurrences, or the small measure of the item's unit (minutes, grams)" }),
  occurredOn: day,
  words: paragraphs(500),
  photoFileId: uuid.optional(),
})

const deedView = z
  .object({
    contributionId: uuid,
    person,
    itemRef: z.string(),
    itemName: z.string(),
    quantity: z.int(),
    occurredOn: day,
    words: z.string().nullable(),
    photoFileId: uuid.nullable(),
    state,
    recordedBy: person,
    recordedAt: instant,
    decisionReason: z.string().nullable(),
    canDecide: permissionView,
  })
  .meta({ id: 'DeedView' })

export function registerDeedRoutes(http: FastifyInstance, parts: ScoringParts): void {
  command(
    http,
    {
      url: '/api/deeds',
      access: ['villager'],
      summary: 'Apply with a deed of my own, or record one for a villager',
      tag: 'scoring',
      body: recordBody,
      answer: z.object({ contributionId: uuid }),
    },
    ({ actor, body: { photoFileId, ...deed }, key }) =>
      recordDeed(parts, actor, key, {
        ...deed,
        ...(photoFileId === undefined ? {} : { photoFileId }),
      }),
  )
  command(
    http,
    {
      url: '/api/deeds/:id/decide',
      access: ['committee'],
      summary: 'Accept or refuse a recorded deed',
      tag: 'scoring',
      params: z.object({ id: uuid }),
      body: z.object({
        decision: z.enum(['accept', 'refuse']),
        reason: paragraphs(500, 0).optional(),
      }),
      answer: z.object({ awardId: uuid.nullable(), pointsHundredths: z.int().nullable() }),
    },
    ({ actor, params, body: { decision, reason }, key }) =>
      decideDeed(parts, actor, key, {
        contributionId: params.id,
        decision,
        ...(reason === undefined ? {} : { reason }),
      }),
  )
  query(
    http,
    {
      url: '/api/deeds',
      access: staff,
      summary: 'Recorded deeds; q is in the name of the person',
      tag: 'scoring',
      query: z.object({
        ...listQuery(['recordedAt', 'occurredOn'], 'recordedAt'),
        state: state.default('recorded'),
        q: searchText,
      }),
      answer: listOf(deedView),
    },
    ({ actor, query: page, language }) => readDeeds(parts, actor, page, language),
  )
}
