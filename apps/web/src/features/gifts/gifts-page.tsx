import { GiftIcon } from '@phosphor-icons/react/dist/csr/Gift'
import type { Answer } from '@azalea/client'
import { useAnswer } from '../../app/use-answer.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { List, ListRow } from '../../ui/list.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Stat, Stats } from '../../ui/stat.tsx'
import { When } from '../../ui/when.tsx'
import { GivePoints } from './give-points.tsx'
import { giftMessages } from './messages.ts'

type Gifts = Answer<'/api/gifts'>

/** What my household may give this month, and what it gave and was given. */
export function GiftsPage() {
  const t = useT(giftMessages)
  const gifts = useAnswer('/api/gifts')
  return (
    <Page title={t('title')} lead={t('lead')} back="/me">
      {gifts.isPending && <Skeleton count={5} />}
      {gifts.isError && <ErrorState error={gifts.error} onRetry={() => void gifts.refetch()} />}
      {gifts.data !== undefined && <Loaded gifts={gifts.data} />}
    </Page>
  )
}

function Loaded({ gifts }: { gifts: Gifts }) {
  const t = useT(giftMessages)
  const format = useFormat()
  const { walletHundredths, leftHundredths, mostHundredthsPerMonth } = gifts
  const isAllowed = mostHundredthsPerMonth !== null
  return (
    <>
      {isAllowed && (
        <Stats>
          <Stat
            label={t('wallet')}
            value={format.points(Math.max(0, walletHundredths))}
            unit={t('points', { count: Math.max(0, walletHundredths) / 100 })}
            to="/me/points?unit=wallet"
          />
          <Stat
            label={t('leftThisMonth')}
            value={format.points(leftHundredths)}
            unit={t('points', { count: leftHundredths / 100 })}
          />
        </Stats>
      )}
      {walletHundredths < 0 && (
        <Notice kind="waiting">{t('owed', { points: format.points(-walletHundredths) })}</Notice>
      )}
      {!isAllowed && (
        <EmptyState icon={GiftIcon} title={t('notAllowed')} hint={t('notAllowedHint')} />
      )}
      {isAllowed && walletHundredths >= 0 && leftHundredths === 0 && (
        <Notice kind="waiting">{t('noneLeft')}</Notice>
      )}
      {isAllowed && walletHundredths >= 0 && <GivePoints gifts={gifts} />}
      <Section title={t('list')}>
        {gifts.gifts.length === 0 ? (
          <p className="soft">{t('listNone')}</p>
        ) : (
          <List label={t('list')}>
            {gifts.gifts.map((gift) => (
              <GiftRow key={gift.giftId} gift={gift} />
            ))}
          </List>
        )}
      </Section>
    </>
  )
}

function GiftRow({ gift }: { gift: Gifts['gifts'][number] }) {
  const t = useT(giftMessages)
  const format = useFormat()
  const isGiven = gift.direction === 'given'
  const name = gift.otherName ?? gift.otherGroupName ?? t('someone')
  return (
    <ListRow
      title={t(isGiven ? 'given_to' : 'received_from', { name })}
      note={
        <>
          <When at={gift.givenAt} />
          {isGiven && gift.byName !== null && <span>{t('by', { name: gift.byName })}</span>}
        </>
      }
      value={format.signedPoints(isGiven ? -gift.pointsHundredths : gift.pointsHundredths)}
    />
  )
}
