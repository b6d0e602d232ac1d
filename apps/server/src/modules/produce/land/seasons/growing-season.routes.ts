import type { FastifyInstance } from 'fastify'
import { command, query } from '../../../../platform/http/route.ts'
import { publishConvention } from '../conventions/publish-convention.ts'
import type { LandParts } from '../parts.ts'
import { landKeepers, landReaders } from '../policy.ts'
import {
  byId,
  nothing,
  openSeasonAnswer,
  openSeasonBody,
  publishConventionAnswer,
  publishConventionBody,
  seasonsAnswer,
  waitingListBody,
} from '../schema.ts'
import { openGrowingSeason } from './open-growing-season.ts'
import { readSeasons } from './read-seasons.ts'
import { setSeasonWaitingList } from './set-season-waiting-list.ts'

const tag = 'produce'

export function registerSeasonRoutes(http: FastifyInstance, parts: LandParts): void {
  query(
    http,
    {
      url: '/api/growing-seasons',
      access: landReaders,
      summary: 'Growing seasons, the latest first',
      tag,
      answer: seasonsAnswer,
    },
    ({ actor, language }) => readSeasons(parts, actor, language),
  )
  command(
    http,
    {
      url: '/api/growing-seasons',
      access: landKeepers,
      summary: 'Open a growing season',
      tag,
      body: openSeasonBody,
      answer: openSeasonAnswer,
    },
    ({ actor, key, body }) => openGrowingSeason(parts, actor, key, body),
  )
  command(
    http,
    {
      url: '/api/growing-seasons/:id/waiting-list',
      access: landKeepers,
      summary: 'Give a growing season its waiting list: an offer of plots',
      tag,
      params: byId,
      body: waitingListBody,
      answer: nothing,
    },
    ({ actor, key, params, body }) =>
      setSeasonWaitingList(parts, actor, key, { growingSeasonId: params.id, ...body }),
  )
  command(
    http,
    {
      url: '/api/conventions',
      access: landKeepers,
      summary: 'Publish the next edition of what growers agree to',
      tag,
      body: publishConventionBody,
      answer: publishConventionAnswer,
    },
    ({ actor, key, body }) => publishConvention(parts, actor, key, body),
  )
}
