import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { listOf, listQuery, pageOf, pageQuery } from '../../../platform/http/cursor.ts'
import { command, query } from '../../../platform/http/route.ts'
import { caseReaders } from '../../cases/index.ts'
import type { Commands } from '../ground/commands.ts'
import type { Readers } from '../ground/readers.ts'
import { byId, nothing } from '../ground/schema.ts'
import { appealReport, decideAppeal } from './appeal-report.ts'
import { attachDoer, closeReport } from './attach-doer.ts'
import { decideReport } from './decide-report.ts'
import type { Reported } from './find-reported.ts'
import { passOnReport } from './pass-on-report.ts'
import { readOwnReports, readReport, readReporters, readReports } from './read-reports.ts'
import { replyToReport } from './reply-to-report.ts'
import { reportBreach } from './report-breach.ts'
import { withdrawReport } from './withdraw-report.ts'
import {
  appealBody,
  attachBody,
  attachedAnswer,
  breachReportView,
  closeBody,
  decideAppealBody,
  decideBody,
  replyBody,
  reportBody,
  reportedAnswer,
  reporterPatterns,
  withdrawBody,
} from './schema.ts'

const tag = 'breach reports'
/** Names are looked up by it: enough for who reports, too little to try names out. */
const REPORTS_A_MINUTE = 10

export function registerBreachReportRoutes(http: FastifyInstance, parts: Commands & Readers): void {
  registerBothSides(http, parts)
  registerFinders(http, parts)
  registerJudges(http, parts)
  registerLists(http, parts)
}

function registerBothSides(http: FastifyInstance, parts: Commands & Readers): void {
  command(
    http,
    {
      url: '/api/breach-reports',
      access: ['villager'],
      perMinute: REPORTS_A_MINUTE,
      summary: 'Report a breach under my own name, which the reported never learn',
      tag,
      body: reportBody,
      answer: reportedAnswer,
    },
    ({ actor, body: { about, onBehalf, itemRef, isAnother, ...body }, key }) =>
      reportBreach(parts, actor, key, {
        ...body,
        about: aboutOf(about),
        ...(onBehalf === undefined ? {} : { onBehalf }),
        ...(itemRef === undefined ? {} : { itemRef }),
        ...(isAnother === undefined ? {} : { isAnother }),
      }),
  )
  command(
    http,
    {
      url: '/api/breach-reports/:id/withdraw',
      access: ['villager'],
      summary: 'Take my report back before it is decided',
      tag,
      params: byId,
      body: withdrawBody,
      answer: nothing,
    },
    ({ actor, params: { id: reportId }, body: { words }, key }) =>
      withdrawReport(parts, actor, key, { reportId, words: words ?? null }),
  )
  command(
    http,
    {
      url: '/api/breach-reports/:id/reply',
      access: ['villager'],
      summary: 'Say our side of what was reported about us',
      tag,
      params: byId,
      body: replyBody,
      answer: nothing,
    },
    ({ actor, params: { id: reportId }, body: { words, photoFileId }, key }) =>
      replyToReport(parts, actor, key, { reportId, words, photoFileId: photoFileId ?? null }),
  )
  command(
    http,
    {
      url: '/api/breach-reports/:id/appeal',
      access: ['villager'],
      summary: 'Appeal to the supervisors against a decision that went against me',
      tag,
      params: byId,
      body: appealBody,
      answer: z.object({ dueOn: z.iso.date() }),
    },
    ({ actor, params: { id: reportId }, body, key }) =>
      appealReport(parts, actor, key, { reportId, ...body }),
  )
}

function aboutOf(about: z.infer<typeof reportBody>['about']): Reported {
  if (about.kind !== 'place') return about
  const { kind, code, place } = about
  return {
    kind,
    ...(code === undefined ? {} : { code }),
    ...(place === undefined ? {} : { place }),
  }
}

function registerFinders(http: FastifyInstance, parts: Commands): void {
  command(
    http,
    {
      url: '/api/breach-reports/:id/attach',
      access: ['committee', 'town_officer'],
      summary: 'Say who did what a report tells of without a doer; they are asked to reply',
      tag,
      params: byId,
      body: attachBody,
      answer: attachedAnswer,
    },
    ({ actor, params: { id: reportId }, body: { about }, key }) =>
      attachDoer(parts, actor, key, { reportId, about }),
  )
  command(
    http,
    {
      url: '/api/breach-reports/:id/close',
      access: ['committee', 'town_officer'],
      summary: 'Close a report whose doer cannot be found, with reasons',
      tag,
      params: byId,
      body: closeBody,
      answer: nothing,
    },
    ({ actor, params: { id: reportId }, body: { reasons }, key }) =>
      closeReport(parts, actor, key, { reportId, reasons }),
  )
}

function registerJudges(http: FastifyInstance, parts: Commands & Readers): void {
  command(
    http,
    {
      url: '/api/breach-reports/:id/decision',
      access: ['committee', 'town_officer'],
      summary: 'Uphold a report under a rule, or dismiss it, with reasons',
      tag,
      params: byId,
      body: decideBody,
      answer: z.object({ appealEndsOn: z.iso.date() }),
    },
    ({ actor, params: { id: reportId }, body: { itemRef, ...rest }, key }) =>
      decideReport(parts, actor, key, { ...rest, reportId, itemRef: itemRef ?? null }),
  )
  command(
    http,
    {
      url: '/api/breach-reports/:id/appeal/decision',
      access: ['supervisor', 'town_officer'],
      summary: 'Confirm or change a decision under appeal, which ends it',
      tag,
      params: byId,
      body: decideAppealBody,
      answer: z.object({ awardId: z.uuid().nullable() }),
    },
    ({ actor, params: { id: reportId }, body: { itemRef, ...rest }, key }) =>
      decideAppeal(parts, actor, key, { ...rest, reportId, itemRef: itemRef ?? null }),
  )
  command(
    http,
    {
      url: '/api/breach-reports/:id/pass-on',
      access: caseReaders,
      summary: 'Declare myself biased, so that somebody else judges',
      tag,
      params: byId,
      answer: nothing,
    },
    ({ actor, params: { id: reportId }, key }) => passOnReport(parts, actor, key, { reportId }),
  )
}

function registerLists(http: FastifyInstance, parts: Commands & Readers): void {
  query(
    http,
    {
      url: '/api/breach-reports',
      access: caseReaders,
      summary: "The village's reports",
      tag,
      query: z.object({
        ...listQuery(['dueOn', 'reportedAt', 'occurredAt'], 'dueOn'),
        state: z
          .enum(['unassigned', 'open', 'decided', 'appealed', 'settled'])
          .default('open')
          .meta({ description: 'settled: also what was withdrawn or closed' }),
      }),
      answer: listOf(breachReportView),
    },
    ({ actor, query: page, language }) => readReports(parts, actor, page, language),
  )
  query(
    http,
    {
      url: '/api/me/breach-reports',
      access: ['villager'],
      summary: 'What I reported, or what was reported about my household',
      tag,
      query: z.object({ ...pageQuery, side: z.enum(['reporter', 'reported']).default('reporter') }),
      answer: pageOf(breachReportView),
    },
    ({ actor, query: page, language }) => readOwnReports(parts, actor, page, language),
  )
  query(
    http,
    {
      url: '/api/breach-reports/:id',
      access: ['villager'],
      summary: 'One report, as the reader may read it',
      tag,
      params: byId,
      answer: breachReportView,
    },
    ({ actor, params: { id }, language }) => readReport(parts, actor, id, language),
  )
  query(
    http,
    {
      url: '/api/breach-reporters',
      access: ['supervisor'],
      summary: 'How the reports of each reporter ended',
      tag,
      answer: reporterPatterns,
    },
    ({ actor, language }) => readReporters(parts, actor, language),
  )
}
