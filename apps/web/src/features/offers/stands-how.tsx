import { useT } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { Sentence } from '../../ui/sentence.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { useNow } from '../../app/use-now.ts'
import { offersMessages } from './messages.ts'
import { offerTones, type PublicQueue } from './offer.ts'

type Shown = Pick<PublicQueue, 'state' | 'opensAt' | 'closesAt' | 'cancelReason'>

/** How an offer stands now, and what happens next. */
export function StandsHow({ offer: { state, opensAt, closesAt, cancelReason } }: { offer: Shown }) {
  const t = useT(offersMessages)
  const now = useNow().toISOString()
  if (state === 'cancelled')
    return <Notice>{t('cancelledWhy', { reason: cancelReason ?? '' })}</Notice>
  if (state === 'announced') return <Notice kind="waiting">{t('waitsForCheckpoint')}</Notice>
  if (state === 'published' && closesAt <= now)
    return <Notice kind="waiting">{t('waitsForList')}</Notice>
  return (
    <p className="row">
      <StateBadge tone={offerTones[state]}>{t(`state_${state}`)}</StateBadge>
      {state === 'published' && (
        <span className="soft">
          {opensAt > now ? (
            <Sentence text={t('opens')} at={opensAt} />
          ) : (
            <Sentence text={t('closes')} at={closesAt} />
          )}
        </span>
      )}
    </p>
  )
}
