import { TicketIcon } from '@phosphor-icons/react/dist/csr/Ticket'
import { useSession } from '../../app/session.tsx'
import { useAnswer } from '../../app/use-answer.ts'
import { LinkButton } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { List, ListRow } from '../../ui/list.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Stat, Stats } from '../../ui/stat.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { voucherMessages } from './messages.ts'
import { OfferedLine } from './offered-line.tsx'
import { voucherTones, type Voucher, type Vouchers } from './vouchers.ts'
import './vouchers.css'

/** Vouchers of my household, and what it can have for points. */
export function MyVouchersPage() {
  const t = useT(voucherMessages)
  const vouchers = useAnswer('/api/vouchers')
  return (
    <Page title={t('title')} lead={t('lead')} back="/me">
      {vouchers.isPending && <Skeleton count={5} />}
      {vouchers.isError && (
        <ErrorState error={vouchers.error} onRetry={() => void vouchers.refetch()} />
      )}
      {vouchers.data !== undefined && <Loaded answer={vouchers.data} />}
    </Page>
  )
}

function Loaded({ answer }: { answer: Vouchers }) {
  const t = useT(voucherMessages)
  const format = useFormat()
  const { walletHundredths, vouchers, kinds } = answer
  const villageId = useSession().session?.village.villageId ?? ''
  return (
    <>
      <Stats>
        <Stat
          label={t('wallet')}
          value={format.points(Math.max(0, walletHundredths))}
          unit={t('points', { count: Math.max(0, walletHundredths) / 100 })}
          to="/me/points?unit=wallet"
        />
      </Stats>
      {walletHundredths < 0 && (
        <Notice kind="waiting">{t('owed', { points: format.points(-walletHundredths) })}</Notice>
      )}
      <Section title={t('mine')}>
        {vouchers.length === 0 ? (
          <p className="soft">{t('mineNone')}</p>
        ) : (
          <List label={t('mine')}>
            {vouchers.map((voucher) => (
              <VoucherRow key={voucher.voucherId} voucher={voucher} />
            ))}
          </List>
        )}
      </Section>
      <Section
        title={t('kinds')}
        aside={
          <LinkButton kind="quiet" to={`/v/${villageId}/vouchers`}>
            {t('toPrices')}
          </LinkButton>
        }
      >
        {kinds.length === 0 && (
          <EmptyState icon={TicketIcon} title={t('kindsNone')} hint={t('kindsNoneHint')} />
        )}
        <ul className="list" aria-label={t('kinds')}>
          {kinds.map((kind) => (
            <OfferedLine key={kind.voucherKindId} kind={kind} walletHundredths={walletHundredths} />
          ))}
        </ul>
      </Section>
    </>
  )
}

function VoucherRow({ voucher }: { voucher: Voucher }) {
  const t = useT(voucherMessages)
  const format = useFormat()
  const { voucherId, name, state, leftFen, valueFen, expiresOn } = voucher
  return (
    <ListRow
      title={name}
      note={
        <>
          <StateBadge tone={voucherTones[state]}>{t(`state_${state}`)}</StateBadge>
          {state === 'issued' && <span>{t('until', { day: format.day(expiresOn) })}</span>}
        </>
      }
      value={format.money(state === 'spent' ? valueFen : leftFen)}
      to={`/me/vouchers/${voucherId}`}
    />
  )
}
