import { awardsMessages } from '@azalea/client'
import { Link } from 'wouter'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Sentence } from '../../ui/sentence.tsx'
import type { Award } from './award.ts'

/** What the award waits for now, or what became of it. */
export function AwardFate({ award }: { award: Award }) {
  const t = useT(awardsMessages)
  switch (award.state) {
    case 'scored':
      return <Notice kind="waiting">{t('fateScored')}</Notice>
    case 'on_notice':
      // What is disputed says so itself, with its deadline.
      return award.isDisputed ? null : (
        <Notice
          kind="waiting"
          {...(award.notice === null
            ? {}
            : {
                actions: <Link href={`/notices/${award.notice.noticeId}`}>{t('seeNotice')}</Link>,
              })}
        >
          {t('fateOnNotice')}
          {award.notice !== null && (
            <Sentence text={t('fateUntil')} at={award.notice.endsAt} as="until" />
          )}
        </Notice>
      )
    case 'final':
      return null
    case 'reversed':
      return <Reversed award={award} />
  }
}

function Reversed({ award: { reversal, correctedBy } }: { award: Award }) {
  const t = useT(awardsMessages)
  const format = useFormat()
  const reason = reversal?.reason ?? null
  const superseded = reversal?.supersededBy ?? correctedBy?.awardId ?? null
  return (
    <Notice
      {...(superseded === null
        ? {}
        : {
            actions: <LinkButton to={`/awards/${superseded}`}>{t('seeSuccessor')}</LinkButton>,
          })}
    >
      {correctedBy === null
        ? superseded === null
          ? t('fateReversed')
          : t('fateSuperseded')
        : t('fateCorrected', { points: format.signedPoints(correctedBy.pointsHundredths) })}{' '}
      {reason !== null && t('fateReason', { reason })}
    </Notice>
  )
}
