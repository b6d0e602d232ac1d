import { ListChecksIcon } from '@phosphor-icons/react/dist/csr/ListChecks'
import { useLocation, useSearchParams } from 'wouter'
import { usePages } from '../../app/use-pages.ts'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { List, ListRow } from '../../ui/list.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Pager } from '../../ui/pager.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Stat, Stats } from '../../ui/stat.tsx'
import { When } from '../../ui/when.tsx'
import type { Entry } from './data-bank.ts'
import { dataBankMessages } from './messages.ts'
import { WalletNotes } from './wallet-notes.tsx'

const units = ['honour', 'wallet'] as const
type Unit = (typeof units)[number]

/** The household's account: each entry with what it was for, and the balance they add up to. */
export function PointsPage() {
  const t = useT(dataBankMessages)
  const [search] = useSearchParams()
  const [, navigate] = useLocation()
  const unit = units.find((one) => one === search.get('unit')) ?? 'honour'
  return (
    <Page title={t('points')} lead={t(`lead_${unit}`)} back="/me">
      <div>
        <Segmented
          label={t('whichUnit')}
          value={unit}
          options={units.map((value) => ({ value, label: t(value) }))}
          onChange={(value) => navigate(`/me/points?unit=${value}`, { replace: true })}
        />
      </div>
      <Account key={unit} unit={unit} />
    </Page>
  )
}

function Account({ unit }: { unit: Unit }) {
  const t = useT(dataBankMessages)
  const format = useFormat()
  const account = usePages('/api/me/account', { unit }, { next: (page) => page.entries.nextCursor })
  if (account.isPending) return <Skeleton count={6} />
  if (account.isError)
    return <ErrorState error={account.error} onRetry={() => void account.refetch()} />
  const entries = account.data.pages.flatMap((page) => page.entries.items)
  const [first] = account.data.pages
  const balance = unit === 'honour' ? first?.honourHundredths : first?.walletHundredths
  return (
    <>
      <Stats>
        <Stat label={t('balance')} value={format.points(balance ?? 0)} unit={t('unit')} />
      </Stats>
      {unit === 'wallet' && (balance ?? 0) < 0 && (
        <Notice kind="waiting">{t('owed', { points: format.points(-(balance ?? 0)) })}</Notice>
      )}
      {unit === 'wallet' && <WalletNotes />}
      {entries.length === 0 ? (
        <EmptyState icon={ListChecksIcon} title={t('noEntries')} hint={t('noEntriesHint')} />
      ) : (
        <>
          <Entries entries={entries} />
          {(account.hasNextPage || account.data.pages.length > 1) && (
            <Pager
              hasMore={account.hasNextPage}
              loading={account.isFetchingNextPage}
              onMore={() => void account.fetchNextPage()}
            />
          )}
        </>
      )}
    </>
  )
}

/** What an entry is for: an award, or what was reserved in the shop, a voucher, a gift. */
export function placeOf({ causeKind, causeId, sellerId }: Entry): string | undefined {
  if (causeKind === 'start' || causeKind === 'close') return undefined
  if (causeKind === 'gift') return '/me/gifts'
  if (causeKind === 'refund') return sellerId === 'vouchers' ? '/me/vouchers' : '/me/shop'
  // The shop is paid out of what was set aside: what a wallet pays at once is a voucher.
  if (causeKind === 'spend') return `/me/vouchers/${causeId}`
  const isPurchase = ['hold', 'release'].includes(causeKind)
  return isPurchase ? `/me/shop/purchases/${causeId}` : `/awards/${causeId}`
}

function Entries({ entries }: { entries: readonly Entry[] }) {
  const t = useT(dataBankMessages)
  const format = useFormat()
  return (
    <List label={t('points')}>
      {entries.map((entry) => (
        <ListRow
          key={`${entry.causeKind} ${entry.causeId} ${entry.postedAt}`}
          title={entry.text}
          note={<When at={entry.postedAt} />}
          value={format.signedPoints(entry.amountHundredths)}
          to={placeOf(entry)}
        />
      ))}
    </List>
  )
}
