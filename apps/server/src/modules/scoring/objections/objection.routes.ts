import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { mark, paragraphs } from '../../../platform/http/text.ts'
import { listOf, listQuery, pageOf, pageQuery } from '../../../platform/http/cursor.ts'
import { command, query } from '../../../platform/http/route.ts'
import { day, uuid } from '../ground/shapes.ts'
import { caseReaders } from '../../cases/index.ts'
import { staff } from '../../community/index.ts'
import type { ScoringParts } from '../rules/index.ts'
import type { CorrectedFacts } from './correct-award.ts'
import { answerObjection, type AnswerObjectionInput } from './answer-objection.ts'
import { foreseeAnswer } from './foresee-answer.ts'
import { passOnObjection } from './pass-on-objection.ts'
import { raiseObjection } from './raise-objection.ts'
import { readDisputableAward, readNoticedAwards } from './read-disputable.ts'
import { readObjection, readObjections, readOwnObjections } from './read-objections.ts'
import {
  answeringOffice,
  awardEffect,
  disputableAwardView,
  foreseenAnswer,
  noticedAward,
  objectionState,
  objectionView,
} from './schema.ts'

const params = z.object({ id: uuid })
const words = paragraphs(1000)

const answerBody = z.object({
  outcome: z.enum(['upheld', 'refused']),
  reasons: words,
  correction: z
    .object({
      itemRef: mark(64).optional(),
      quantity: z.int().min(0).optional(),
      leaderScore: z.int().min(1).max(5).optional(),
    })
    .optional()
    .meta({ description: 'Absent: an upheld award is taken back without another' }),
})

export function registerObjectionRoutes(http: FastifyInstance, parts: ScoringParts): void {
  registerCommands(http, parts)
  registerLists(http, parts)
  query(
    http,
    {
      url: '/api/objections/:id',
      access: ['villager'],
      summary: 'One objection, as the reader may read it',
      tag: 'scoring',
      params,
      answer: objectionView,
    },
    ({ actor, params: { id }, language }) => readObjection(parts, actor, id, language),
  )
  query(
    http,
    {
      url: '/api/objections/:id/foresight',
      access: caseReaders,
      summary: 'What upholding an objection would come to, for whoever may answer it',
      tag: 'scoring',
      params,
      query: z.object({
        itemRef: mark(64).optional(),
        quantity: z.coerce.number().int().min(0).optional(),
        leaderScore: z.coerce.number().int().min(1).max(5).optional(),
      }),
      answer: foreseenAnswer,
    },
    ({ actor, params: { id }, query: facts }) =>
      foreseeAnswer(parts, actor, id, Object.keys(facts).length === 0 ? null : factsOf(facts)),
  )
  query(
    http,
    {
      url: '/api/awards/:id',
      access: ['villager', ...staff],
      summary: 'An award with every stage, its rule, evidence, fate and objections',
      tag: 'scoring',
      params,
      answer: disputableAwardView,
    },
    ({ actor, params: { id }, language }) => readDisputableAward(parts, actor, id, language),
  )
}

function registerCommands(http: FastifyInstance, parts: ScoringParts): void {
  command(
    http,
    {
      url: '/api/awards/:id/objections',
      access: ['villager'],
      summary: 'Object to an award, or enter the objection of somebody who spoke or wrote',
      tag: 'scoring',
      params,
      body: z.object({
        words,
        onBehalf: z
          .object({ personId: uuid, channel: z.enum(['oral', 'written']) })
          .optional()
          .meta({ description: 'Whose objection a cadre enters' }),
      }),
      answer: z.object({
        objectionId: uuid,
        dueOn: day,
        holidaysKnown: z.boolean(),
        answeredBy: answeringOffice,
      }),
    },
    ({ actor, params: { id: awardId }, body: { words: said, onBehalf }, key }) =>
      raiseObjection(parts, actor, key, {
        awardId,
        words: said,
        ...(onBehalf === undefined ? {} : { onBehalf }),
      }),
  )
  command(
    http,
    {
      url: '/api/objections/:id/answer',
      access: caseReaders,
      summary: 'Uphold or refuse an objection, with reasons',
      tag: 'scoring',
      params,
      body: answerBody,
      answer: awardEffect,
    },
    ({ actor, params: { id }, body, key }) => answerObjection(parts, actor, key, inputOf(id, body)),
  )
  command(
    http,
    {
      url: '/api/objections/:id/pass-on',
      access: caseReaders,
      summary: 'Declare myself biased, so that somebody else answers',
      tag: 'scoring',
      params,
      answer: z.object({}),
    },
    ({ actor, params: { id }, key }) => passOnObjection(parts, actor, key, { objectionId: id }),
  )
}

function registerLists(http: FastifyInstance, parts: ScoringParts): void {
  query(
    http,
    {
      url: '/api/objections',
      access: caseReaders,
      summary: "The village's objections",
      tag: 'scoring',
      query: z.object({
        ...listQuery(['dueOn', 'raisedAt'], 'dueOn'),
        state: objectionState.default('open'),
      }),
      answer: listOf(objectionView),
    },
    ({ actor, query: page, language }) => readObjections(parts, actor, page, language),
  )
  query(
    http,
    {
      url: '/api/me/objections',
      access: ['villager'],
      summary: 'What I have objected to, newest first',
      tag: 'scoring',
      query: z.object(pageQuery),
      answer: pageOf(objectionView),
    },
    ({ actor, query: page, language }) => readOwnObjections(parts, actor, page, language),
  )
  query(
    http,
    {
      url: '/api/notices/:id/awards',
      access: ['villager'],
      summary: 'What stands on a notice, for a villager to object to',
      tag: 'scoring',
      params,
      answer: z.object({ awards: z.array(noticedAward) }),
    },
    ({ actor, params: { id }, language }) => readNoticedAwards(parts, actor, id, language),
  )
}

function inputOf(
  objectionId: string,
  { outcome, reasons, correction }: z.infer<typeof answerBody>,
): AnswerObjectionInput {
  return {
    objectionId,
    outcome,
    reasons,
    ...(correction === undefined ? {} : { correction: factsOf(correction) }),
  }
}

function factsOf({
  itemRef,
  quantity,
  leaderScore,
}: {
  readonly itemRef?: string | undefined
  readonly quantity?: number | undefined
  readonly leaderScore?: number | undefined
}): CorrectedFacts {
  return {
    ...(itemRef === undefined ? {} : { itemRef }),
    ...(quantity === undefined ? {} : { quantity }),
    ...(leaderScore === undefined ? {} : { leaderScore }),
  }
}
