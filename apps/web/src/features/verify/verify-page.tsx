import {
  type ReceiptTrust,
  servedLog,
  type PolicyChange,
  acceptedLog,
  type SeenLog,
} from '@azalea/client'
import { useQueryClient } from '@tanstack/react-query'
import { BookOpenIcon } from '@phosphor-icons/react/dist/csr/BookOpen'
import { parseCheckpoint, parseNote } from '@azalea/tlog'
import { Suspense } from 'react'
import { useParams } from 'wouter'
import { httpPort } from '../../app/http-port.ts'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { lazyPage } from '../../ui/lazy-page.tsx'
import { useSetup } from '../../app/setup.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { LogAlarm } from './log-alarm.tsx'
import { LogFacts, LogHolds, Silent } from './log-section.tsx'
import { verifyMessages } from './messages.ts'
import { recallLog, rememberLog } from './seen-log.ts'
import { useLog, type CheckedLog } from './use-log.ts'

/** Not needed for the verdict on the log. */
const Receipts = lazyPage(() => import('./receipt-section.tsx').then((m) => m.Receipts))
const HowSection = lazyPage(() => import('./how-section.tsx').then((m) => m.HowSection))

/** Anybody checks a village's log and their receipts here, with no help from the server's word. */
export function VerifyPage() {
  const t = useT(verifyMessages)
  const { villageId = '' } = useParams()
  const village = useVillageName(villageId)
  const { head, path, isMissing, silent, serverAlarm } = useLog(villageId)
  if (isMissing && recallLog(villageId) === null) {
    return (
      <Page title={t('title')} back="/">
        <EmptyState icon={BookOpenIcon} title={t('noLog')} hint={t('noLogHint')} />
      </Page>
    )
  }
  return (
    <Page title={t('title')} lead={t('lead')} back="/">
      <Section
        title={t('log')}
        aside={
          <Button kind="quiet" busy={head.isFetching} onClick={() => void head.refetch()}>
            {t('again')}
          </Button>
        }
      >
        {head.isPending && <Skeleton of="text" count={4} />}
        {head.isError && <Unreachable villageId={villageId} isGone={isMissing} />}
        {head.isSuccess && <Checked checked={head.data} villageId={villageId} village={village} />}
        <Silent witnesses={silent} />
        {serverAlarm !== null && (
          <Notice kind="waiting">{t(`serverSays_${serverAlarm.kind}`)}</Notice>
        )}
      </Section>
      {!head.isPending && path !== null && (
        <Suspense fallback={<Skeleton count={3} />}>
          <Receipts
            trust={trustOf(villageId, path, head.isSuccess ? head.data : null)}
            village={village}
          />
          <HowSection path={path} />
        </Suspense>
      )}
    </Page>
  )
}

function Checked({
  checked: { report, isKept, isFirstVisit },
  villageId,
  village,
}: {
  checked: CheckedLog
  villageId: string
  village: string
}) {
  const queryClient = useQueryClient()
  const keep = (head: SeenLog) => {
    rememberLog(villageId, head)
    void queryClient.invalidateQueries({ queryKey: ['checked-log', villageId] })
  }
  const accept = (policy: string, change: PolicyChange) => {
    const kept = recallLog(villageId)
    const seenAt = new Date().toISOString()
    // The same log stays compared with what was seen of it.
    const same = { policy, checkpoint: kept?.checkpoint ?? null, retired: kept?.retired ?? null }
    keep(change.log ? acceptedLog(kept, policy, seenAt) : { ...same, seenAt })
  }
  const acceptAnew = () => {
    const kept = recallLog(villageId)
    if (kept !== null) keep({ ...kept, retired: null })
  }
  return (
    <>
      {report.state === 'holds' ? (
        <LogHolds report={report} isKept={isKept} isFirstVisit={isFirstVisit} village={village} />
      ) : (
        <LogAlarm
          alarm={report}
          villageId={villageId}
          onAccept={accept}
          onAcceptAnew={acceptAnew}
        />
      )}
      {'head' in report && <LogFacts head={report.head} />}
    </>
  )
}

/** Without a network, or when the server says that there is no log which this device has seen. */
function Unreachable({ villageId, isGone }: { villageId: string; isGone: boolean }) {
  const t = useT(verifyMessages)
  const format = useFormat()
  const kept = recallLog(villageId)
  if (kept === null || kept.checkpoint === null) {
    return <Notice kind="waiting">{t('offlineNothing')}</Notice>
  }
  const { size } = parseCheckpoint(parseNote(kept.checkpoint).text)
  const words = { at: format.when(kept.seenAt), size: format.number(size) }
  return isGone ? (
    <Notice kind="wrong">
      <strong>{t('alarm_gone')}</strong>
      <br />
      {t('words_gone', words)}
    </Notice>
  ) : (
    <Notice kind="waiting">{t('offlineLog', words)}</Notice>
  )
}

/** By what a receipt is checked: the policy this device knows, and the log if it held just now. */
function trustOf(villageId: string, path: string, checked: CheckedLog | null): ReceiptTrust | null {
  const { readTile } = servedLog(httpPort, path)
  const report = checked?.report
  const policy =
    recallLog(villageId)?.policy ?? (report?.state === 'holds' ? report.policyText : null)
  if (policy === null) return null
  return { policy, head: report?.state === 'holds' ? report.head : null, readTile }
}

function useVillageName(villageId: string): string {
  const villages = useSetup().data?.villages ?? []
  return villages.find((one) => one.villageId === villageId)?.name ?? villageId
}
