import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { pageQuery } from '../../../platform/http/cursor.ts'
import { command, query } from '../../../platform/http/route.ts'
import type { Commands } from '../ground/commands.ts'
import { listMyRatings } from './list-my-ratings.ts'
import { rateSubject } from './rate-subject.ts'
import type { Readers } from '../ground/readers.ts'
import { readPlate } from './read-plate.ts'
import { readOwnStyle, readRatingEvidence } from './fair-scores/read-evidence.ts'
import {
  byCode,
  myRatings,
  ownStyleAnswer,
  plateAnswer,
  rateAnswer,
  rateBody,
  ratingEvidenceAnswer,
} from '../ground/schema.ts'

const tag = 'ratings'

export function registerRatingRoutes(http: FastifyInstance, parts: Commands & Readers): void {
  query(
    http,
    {
      url: '/api/plates/:code',
      access: 'public',
      summary: 'The page of a plate: what it is fixed to, its stars, whether one can rate it',
      tag,
      params: byCode,
      answer: plateAnswer,
    },
    ({ actor, language, params }) => readPlate(parts, { actor, language }, params.code),
  )
  command(
    http,
    {
      url: '/api/ratings',
      access: ['villager'],
      summary: 'Rate what a plate is fixed to',
      tag,
      body: rateBody,
      answer: rateAnswer,
    },
    ({ actor, key, body }) =>
      rateSubject(parts, actor, key, {
        ...body,
        stars: typeof body.stars === 'number' ? body.stars : Number.NaN,
      }),
  )
  query(
    http,
    {
      url: '/api/me/ratings',
      access: ['villager'],
      summary: 'My ratings, newest first',
      tag,
      query: z.object(pageQuery),
      answer: myRatings,
    },
    ({ actor, query: page }) => listMyRatings(parts, { actor }, { ...page, cursor: page.cursor }),
  )
  query(
    http,
    {
      url: '/api/me/rating-style',
      access: ['villager'],
      summary: 'How severe and how consistent my ratings are; nobody else is told',
      tag,
      answer: ownStyleAnswer,
    },
    (reader) => readOwnStyle(parts, reader),
  )
  query(
    http,
    {
      url: '/api/rating-evidence',
      access: ['committee', 'supervisor'],
      summary: 'What speaks for rings and careless ratings, in words; it costs nobody points',
      tag,
      answer: ratingEvidenceAnswer,
    },
    (reader) => readRatingEvidence(parts, reader),
  )
}
