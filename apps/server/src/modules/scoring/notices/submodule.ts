import { noticesDuties } from './duties.ts'
import { noticesHome } from './notices-home.ts'
import { noticesInbox } from './notices-inbox.ts'
import { hasNotice } from './notice.store.ts'
import type { Module } from '../../../platform/module.ts'
import type { ScoringParts } from '../rules/index.ts'
import { finaliseAwardsJob } from './finalise-awards.ts'
import { registerNoticeRoutes } from './notice.routes.ts'
import { type NoticeSheetParts, readNoticeSheet } from './notice-sheet.ts'

export const noticesSubmodule: Module<ScoringParts & NoticeSheetParts> = {
  name: 'notices',
  routes: registerNoticeRoutes,
  jobs: (parts) => [finaliseAwardsJob(parts)],
  inbox: [noticesInbox],
  home: [noticesHome],
  paper: [{ noticeSheet: readNoticeSheet }],
  setUp: [{ step: 'notice', place: 60, isDone: ({ db, actor }) => hasNotice(db, actor.villageId) }],
  duties: [noticesDuties],
}
