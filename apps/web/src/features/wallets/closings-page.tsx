import { WalletIcon } from '@phosphor-icons/react/dist/csr/Wallet'
import { useAnswer } from '../../app/use-answer.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { List, ListRow } from '../../ui/list.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { closingTones, type Closing } from './closings.ts'
import { walletsMessages } from './messages.ts'
import { useRuleWords } from './rule-words.ts'

/** Every yearly close of the wallets: announced, being done, done or called off. */
export function ClosingsPage() {
  const t = useT(walletsMessages)
  const format = useFormat()
  const closings = useAnswer('/api/wallet-closings')
  const planned = closings.data?.planned ?? null
  return (
    <Page title={t('title')} lead={t('lead')} back="/workbench">
      {closings.isPending && <Skeleton count={3} />}
      {closings.isError && (
        <ErrorState error={closings.error} onRetry={() => void closings.refetch()} />
      )}
      {planned !== null && (
        <Notice>{t('planned', { day: format.fullDay(planned.closesOn) })}</Notice>
      )}
      {closings.data?.items.length === 0 && (
        <EmptyState icon={WalletIcon} title={t('none')} hint={t('noneHint')} />
      )}
      {closings.isSuccess && closings.data.items.length > 0 && (
        <List label={t('title')}>
          {closings.data.items.map((closing) => (
            <ClosingRow key={closing.closingId} closing={closing} />
          ))}
        </List>
      )}
    </Page>
  )
}

function ClosingRow({ closing }: { closing: Closing }) {
  const t = useT(walletsMessages)
  const format = useFormat()
  const ruleWords = useRuleWords()
  const { closingId, closesOn, state, droppedHundredths } = closing
  return (
    <ListRow
      title={t('on', { day: format.fullDay(closesOn) })}
      note={ruleWords(closing)}
      value={
        state === 'called_off'
          ? undefined
          : t('points', { points: format.points(-droppedHundredths) })
      }
      end={<StateBadge tone={closingTones[state]}>{t(`state_${state}`)}</StateBadge>}
      to={`/workbench/wallet-closings/${closingId}`}
    />
  )
}
