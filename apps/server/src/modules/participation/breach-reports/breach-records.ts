import {
  breachReportAppealed,
  breachReportAttached,
  breachReportClosed,
  breachReportDecided,
  breachReportMade,
  breachReportPassedOn,
  breachReportReplied,
  breachReportSettled,
  breachReportWithdrawn,
  type Pseudonym,
  type NewRecord,
} from '@azalea/records'
import type { Tx, VillageSecrets } from '../../record/index.ts'
import type { BreachOutcome } from '../ground/tables.ts'
import { standingOutcome } from './breach-policy.ts'
import type { BreachReport, NewBreachReport } from './breach-report.ts'

/**
 * `breach-report.made`: that there is one. What it says stays with the reporter's key, and without
 * the reporter with those of the reported.
 */
export async function madeRecord(
  tx: Tx,
  secrets: VillageSecrets,
  report: NewBreachReport,
): Promise<NewRecord> {
  const said = saidIn(report)
  return breachReportMade({
    public: { report: await nameOf(tx, secrets, report.reportId), replyDueOn: report.replyDueOn },
    parts: [
      {
        personId: report.reporterId,
        payload: {
          ...said,
          reported: report.parties.map(({ personId }) => personId),
          channel: report.channel,
          enteredBy: report.enteredBy,
        },
      },
      ...report.parties.map(({ personId }) => ({ personId, payload: said })),
    ],
  })
}

/** What was told, for either side; the reported read it without the reporter. */
function saidIn(
  report: Pick<
    BreachReport,
    'reportId' | 'subjectId' | 'place' | 'allegedItemRef' | 'occurredAt' | 'words' | 'photoFileIds'
  >,
) {
  return {
    report: report.reportId,
    subject: report.subjectId,
    place: report.place,
    item: report.allegedItemRef,
    occurredAt: report.occurredAt.toISOString(),
    words: report.words,
    photos: report.photoFileIds,
  }
}

/** `breach-report.attached`: a report that named nobody has its reported; who found them, sealed. */
export async function attachedRecord(
  tx: Tx,
  secrets: VillageSecrets,
  report: BreachReport,
  found: {
    readonly by: string
    readonly parties: NewBreachReport['parties']
    readonly replyDueOn: string
  },
): Promise<NewRecord> {
  const { by, parties, replyDueOn } = found
  return breachReportAttached({
    public: { report: await nameOf(tx, secrets, report.reportId), replyDueOn },
    parts: [
      { personId: by, payload: { report: report.reportId, attachedBy: by } },
      ...parties.map(({ personId }) => ({ personId, payload: saidIn(report) })),
    ],
  })
}

/** `breach-report.closed`: nobody was found; by whom and why, for the reporter. */
export async function closedRecord(
  tx: Tx,
  secrets: VillageSecrets,
  { reportId, reporterId }: BreachReport,
  { by, words }: { readonly by: string; readonly words: string },
): Promise<NewRecord> {
  const payload = { report: reportId, closedBy: by, reasons: words }
  return breachReportClosed({
    public: { report: await nameOf(tx, secrets, reportId) },
    parts: [{ personId: reporterId, payload }],
  })
}

/** `breach-report.withdrawn`: it was taken back before its decision; by whom and why, for the reporter. */
export async function withdrawnRecord(
  tx: Tx,
  secrets: VillageSecrets,
  { reportId, reporterId }: BreachReport,
  { by, words }: { readonly by: string; readonly words: string | null },
): Promise<NewRecord> {
  return breachReportWithdrawn({
    public: { report: await nameOf(tx, secrets, reportId) },
    parts: [{ personId: reporterId, payload: { report: reportId, withdrawnBy: by, words } }],
  })
}

/** `breach-report.replied`: what the reported say stays with their key. */
export async function repliedRecord(
  tx: Tx,
  secrets: VillageSecrets,
  report: BreachReport,
  reply: { readonly by: string; readonly words: string; readonly photoFileId: string | null },
): Promise<NewRecord> {
  const { by, words, photoFileId } = reply
  return breachReportReplied({
    public: { report: await nameOf(tx, secrets, report.reportId) },
    parts: [{ personId: by, payload: { report: report.reportId, words, photo: photoFileId } }],
  })
}

/** `breach-report.decided`: what was decided and until when it can be appealed; by whom and why, sealed. */
export async function decidedRecord(
  tx: Tx,
  secrets: VillageSecrets,
  report: BreachReport,
  decision: {
    readonly outcome: BreachOutcome
    readonly itemRef: string | null
    readonly appealEndsOn: string
    readonly by: string
    readonly reasons: string
  },
): Promise<NewRecord> {
  const { outcome, itemRef, appealEndsOn, by, reasons } = decision
  return breachReportDecided({
    public: {
      report: await nameOf(tx, secrets, report.reportId),
      outcome,
      item: itemRef,
      appealEndsOn,
    },
    parts: partsFor(report, { report: report.reportId, decidedBy: by, reasons }),
  })
}

/** `breach-report.appealed`: the words stay with who appeals. */
export async function appealedRecord(
  tx: Tx,
  secrets: VillageSecrets,
  report: BreachReport,
  appeal: { readonly by: string; readonly words: string; readonly dueOn: string },
): Promise<NewRecord> {
  const { by, words, dueOn } = appeal
  return breachReportAppealed({
    public: { report: await nameOf(tx, secrets, report.reportId), dueOn },
    // One part, also where a cadre takes the reporter's words on: more would tell that one did.
    parts: [
      {
        personId: by === report.enteredBy ? report.reporterId : by,
        payload: { report: report.reportId, appealedBy: by, words },
      },
    ],
  })
}

/** `breach-report.passed-on`: somebody who would judge declares themselves biased; who, sealed. */
export async function passedOnRecord(
  tx: Tx,
  secrets: VillageSecrets,
  reportId: string,
  by: string,
): Promise<NewRecord> {
  return breachReportPassedOn({
    public: { report: await nameOf(tx, secrets, reportId) },
    parts: [{ personId: by, payload: { report: reportId, passedOnBy: by } }],
  })
}

/** `breach-report.settled`: how it ended, and the deduction, if there is one. */
export async function settledRecord(
  tx: Tx,
  secrets: VillageSecrets,
  report: BreachReport,
  awardId: string | null,
): Promise<NewRecord> {
  const secret = await secrets.of(tx.db, tx.villageId)
  const { answer } = report.appeal ?? { answer: null }
  const outcome = standingOutcome(report)
  return breachReportSettled({
    // After the record of the deduction: the log orders by these ids.
    recordId: tx.newId(),
    public: {
      report: secret.pseudonym('report', report.reportId),
      outcome,
      item: outcome === 'upheld' ? report.itemRef : null,
      appeal: answer?.outcome ?? null,
      award: awardId === null ? null : secret.pseudonym('award', awardId),
    },
    parts:
      answer === null
        ? []
        : partsFor(report, {
            report: report.reportId,
            decidedBy: answer.by,
            reasons: answer.reasons,
          }),
  })
}

async function nameOf(
  tx: Tx,
  secrets: VillageSecrets,
  reportId: string,
): Promise<Pseudonym<'report'>> {
  return (await secrets.of(tx.db, tx.villageId)).pseudonym('report', reportId)
}

/** The same for both sides, each under their own key. */
function partsFor<Payload>({ reporterId, parties }: BreachReport, payload: Payload) {
  return [reporterId, ...parties.map(({ personId }) => personId)].map((personId) => ({
    personId,
    payload,
  }))
}
