import { startOfCivilDay } from '@azalea/text'
import {
  anyRows,
  type DataBankPart,
  type HomePart,
  type InboxPart,
} from '../../../platform/contributions.ts'
import { listDueReports } from './list-due-reports.ts'
import { listRepliesDue } from './list-replies-due.ts'
import { readReportsConcerning } from './read-reports-concerning.ts'

export const reportsInbox: InboxPart<unknown> = {
  kinds: ['report_to_attach', 'report_to_decide', 'report_appeal', 'report_overdue'],
  list: async (_, { db, actor, now }) =>
    (await listDueReports(db, actor, now)).map(({ kind, reportId, dueAt }) => ({
      kind,
      id: reportId,
      title: null,
      dueAt: dueAt.toISOString(),
      count: 1,
    })),
}

/** The replies that one's household still owes. */
export const repliesHome: HomePart<unknown> = {
  waiting: {
    kinds: { report_to_reply_to: 30 },
    list: async (_, { db, actor }) =>
      (await listRepliesDue(db, actor)).map(({ reportId, dueOn }) => ({
        kind: 'report_to_reply_to',
        id: reportId,
        title: null,
        at: startOfCivilDay(dueOn).toISOString(),
        count: 1,
      })),
  },
}

export const ownReports: DataBankPart<unknown> = {
  shape: { breachReports: anyRows },
  read: async (_, { db, actor: { villageId, personId } }) => ({
    breachReports: await readReportsConcerning(db, villageId, personId),
  }),
}
