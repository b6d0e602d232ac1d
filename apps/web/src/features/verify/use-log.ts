import { ApiProblem, servedLog, verifyLog, type LogVerdict } from '@azalea/client'
import { useQuery } from '@tanstack/react-query'
import { httpPort } from '../../app/http-port.ts'
import { useAnswer } from '../../app/use-answer.ts'
import { cryptoSuite } from './crypto-suite.ts'
import { recallLog, rememberLog } from './seen-log.ts'

export interface CheckedLog {
  report: LogVerdict
  /** Whether the device could remember what it saw. */
  isKept: boolean
  /** Nothing of it was known when this page was opened. */
  isFirstVisit: boolean
}

/** The villages whose logs this device has met since the page was opened. */
const metOnThisVisit = new Set<string>()

const LOOK_AGAIN_MILLISECONDS = 20_000

/** Finds a village's log and checks it; what holds is remembered for the next time. */
export function useLog(villageId: string) {
  const status = useAnswer(
    '/api/villages/{villageId}/log',
    { villageId },
    {
      retry: false,
      // A witness that has stopped shows within a minute.
      refetchInterval: LOOK_AGAIN_MILLISECONDS,
    },
  )
  const path = status.data?.path ?? (status.isError ? `/log/${villageId}` : null)
  const head = useQuery({
    queryKey: ['checked-log', villageId, path],
    queryFn: () => checkLog(villageId, path ?? ''),
    enabled: path !== null,
    refetchOnWindowFocus: false,
    retry: false,
  })
  const isMissing = [status.error, head.error].some(
    (error) => error instanceof ApiProblem && error.status === 404,
  )
  const silent = status.data?.witnesses.filter(({ absentSince }) => absentSince !== null) ?? []
  return { head, path, isMissing, silent, serverAlarm: status.data?.alarm ?? null }
}

async function checkLog(villageId: string, path: string): Promise<CheckedLog> {
  const seen = recallLog(villageId)
  if (seen === null) metOnThisVisit.add(villageId)
  const isFirstVisit = metOnThisVisit.has(villageId)
  const report = await verifyLog(await cryptoSuite(), servedLog(httpPort, path), seen)
  if (report.state !== 'holds') return { report, isKept: true, isFirstVisit }
  const { policyText, head } = report
  const seenAt = new Date().toISOString()
  const isKept = rememberLog(villageId, { policy: policyText, checkpoint: head.note, seenAt })
  return { report, isKept, isFirstVisit }
}
