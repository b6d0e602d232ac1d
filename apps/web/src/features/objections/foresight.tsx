import { useAnswer } from '../../app/use-answer.ts'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { objectionsMessages } from './messages.ts'

/** What upholding comes to, worked out by the server, before it is done. */
export function Foresight({
  objectionId,
  correction,
}: {
  objectionId: string
  /** Absent: the award is taken back without another. */
  correction: { itemRef: string; quantity: number; leaderScore?: number } | undefined
}) {
  const t = useT(objectionsMessages)
  const format = useFormat()
  const foreseen = useAnswer(
    '/api/objections/{id}/foresight',
    { id: objectionId, ...correction },
    { retry: false },
  )
  if (foreseen.isPending) return <Skeleton of="text" count={2} />
  if (foreseen.isError) return <ProblemNotice error={foreseen.error} />
  const { pointsHundredths, newPointsHundredths, newState, honourHundredths } = foreseen.data
  const from = format.signedPoints(pointsHundredths)
  const honour = format.signedPoints(honourHundredths)
  return (
    <Notice>
      {newPointsHundredths === null
        ? t('foreseenRevoke', { from })
        : t('foreseenCorrect', { from, to: format.signedPoints(newPointsHundredths) })}{' '}
      {newState === 'scored' && t('foreseenNotice')}
      {newState !== 'scored' &&
        (honourHundredths === 0 ? t('foreseenSame') : t('foreseenHonour', { honour }))}
    </Notice>
  )
}
