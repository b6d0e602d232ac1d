import {
  type ReceiptTrust,
  servedLog,
  type PolicyChange,
  acceptedLog,
  type SeenBook,
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
import { BookAlarm } from './book-alarm.tsx'
import { BookFacts, BookHolds, Silent } from './book-section.tsx'
import { verifyMessages } from './messages.ts'
import { recallBook, rememberBook } from './seen-book.ts'
import { useBook, type CheckedBook } from './use-book.ts'

/** Not needed for the verdict on the log. */
const Receipts = lazyPage(() => import('./receipt-section.tsx').then((m) => m.Receipts))
const HowSection = lazyPage(() => import('./how-section.tsx').then((m) => m.HowSection))

/** Anybody checks a village's log and their receipts here, with no help from the server's word. */
export function VerifyPage() {
  const t = useT(verifyMessages)
  const { villageId = '' } = useParams()
  const village = useVillageName(villageId)
  const { book, path, isMissing, silent, serverAlarm } = useBook(villageId)
  if (isMissing && recallBook(villageId) === null) {
    return (
      <Page title={t('title')} back="/">
        <EmptyState icon={BookOpenIcon} title={t('noLog')} hint={t('noLogHint')} />
      </Page>
    )
  }
  return (
    <Page title={t('title')} lead={t('lead')} back="/">
      <Section
        title={t('book')}
        aside={
          <Button kind="quiet" busy={book.isFetching} onClick={() => void book.refetch()}>
            {t('again')}
          </Button>
        }
      >
        {book.isPending && <Skeleton of="text" count={4} />}
        {book.isError && <Unreachable villageId={villageId} isGone={isMissing} />}
        {book.isSuccess && <Checked checked={book.data} villageId={villageId} village={village} />}
        <Silent witnesses={silent} />
        {serverAlarm !== null && (
          <Notice kind="waiting">{t(`serverSays_${serverAlarm.kind}`)}</Notice>
        )}
      </Section>
      {!book.isPending && path !== null && (
        <Suspense fallback={<Skeleton count={3} />}>
          <Receipts
            trust={trustOf(villageId, path, book.isSuccess ? book.data : null)}
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
  checked: CheckedBook
  villageId: string
  village: string
}) {
  const queryClient = useQueryClient()
  const keep = (book: SeenBook) => {
    rememberBook(villageId, book)
    void queryClient.invalidateQueries({ queryKey: ['checked-book', villageId] })
  }
  const accept = (policy: string, change: PolicyChange) => {
    const kept = recallBook(villageId)
    const seenAt = new Date().toISOString()
    // The same log stays compared with what was seen of it.
    const same = { policy, checkpoint: kept?.checkpoint ?? null, retired: kept?.retired ?? null }
    keep(change.log ? acceptedLog(kept, policy, seenAt) : { ...same, seenAt })
  }
  const acceptAnew = () => {
    const kept = recallBook(villageId)
    if (kept !== null) keep({ ...kept, retired: null })
  }
  return (
    <>
      {report.state === 'holds' ? (
        <BookHolds report={report} isKept={isKept} isFirstVisit={isFirstVisit} village={village} />
      ) : (
        <BookAlarm
          alarm={report}
          villageId={villageId}
          onAccept={accept}
          onAcceptAnew={acceptAnew}
        />
      )}
      {'book' in report && <BookFacts book={report.book} />}
    </>
  )
}

/** Without a network, or when the server says that there is no log which this device has seen. */
function Unreachable({ villageId, isGone }: { villageId: string; isGone: boolean }) {
  const t = useT(verifyMessages)
  const format = useFormat()
  const kept = recallBook(villageId)
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
    <Notice kind="waiting">{t('offlineBook', words)}</Notice>
  )
}

/** By what a receipt is checked: the policy this device knows, and the log if it held just now. */
function trustOf(
  villageId: string,
  path: string,
  checked: CheckedBook | null,
): ReceiptTrust | null {
  const { readTile } = servedLog(httpPort, path)
  const report = checked?.report
  const policy =
    recallBook(villageId)?.policy ?? (report?.state === 'holds' ? report.policyText : null)
  if (policy === null) return null
  return { policy, book: report?.state === 'holds' ? report.book : null, readTile }
}

function useVillageName(villageId: string): string {
  const villages = useSetup().data?.villages ?? []
  return villages.find((one) => one.villageId === villageId)?.name ?? villageId
}
