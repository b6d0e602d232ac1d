import { TicketIcon } from '@phosphor-icons/react/dist/csr/Ticket'
import { useParams } from 'wouter'
import { useAnswer } from '../../app/use-answer.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { List, ListRow } from '../../ui/list.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { QrCode } from '../../ui/qr-code.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { When } from '../../ui/when.tsx'
import { KindTerms } from './kind-terms.tsx'
import { voucherMessages } from './messages.ts'
import { grouped, type Voucher } from './vouchers.ts'
import './vouchers.css'

/** A voucher as it is shown to a merchant: to scan, or to read out; with what was spent of it. */
export function VoucherPage() {
  const t = useT(voucherMessages)
  const { id = '' } = useParams()
  const vouchers = useAnswer('/api/vouchers')
  const voucher = vouchers.data?.vouchers.find(({ voucherId }) => voucherId === id)
  return (
    <Page title={voucher?.name ?? t('title')} back="/me/vouchers">
      {vouchers.isPending && <Skeleton count={3} />}
      {vouchers.isError && (
        <ErrorState error={vouchers.error} onRetry={() => void vouchers.refetch()} />
      )}
      {vouchers.isSuccess && voucher === undefined && (
        <EmptyState icon={TicketIcon} title={t('unknown')} hint={t('unknownHint')} />
      )}
      {voucher !== undefined && <Loaded voucher={voucher} />}
    </Page>
  )
}

function Loaded({ voucher }: { voucher: Voucher }) {
  const t = useT(voucherMessages)
  const format = useFormat()
  const { code, leftFen, expiresOn, redemptions } = voucher
  return (
    <>
      <Ended voucher={voucher} />
      {code !== null && (
        <div className="voucher-code">
          <QrCode text={code} label={t('codeLabel', { code: grouped(code) })} correction="Q" />
          <strong className="voucher-code__typed">{grouped(code)}</strong>
          <strong>{t('left', { left: format.money(leftFen) })}</strong>
          <span>{t('until', { day: format.day(expiresOn) })}</span>
          <p className="soft">{t('codeLead')}</p>
        </div>
      )}
      <KindTerms kind={voucher} />
      {voucher.enteredByName !== null && (
        <p className="soft">{t('enteredBy', { name: voucher.enteredByName })}</p>
      )}
      {redemptions.length > 0 && (
        <Section title={t('uses')}>
          <List label={t('uses')}>
            {redemptions.map(({ amountFen, merchantName, redeemedAt }) => (
              <ListRow
                key={redeemedAt}
                title={t('usedAt', { merchant: merchantName, amount: format.money(amountFen) })}
                note={<When at={redeemedAt} />}
              />
            ))}
          </List>
        </Section>
      )}
    </>
  )
}

function Ended({ voucher: { state, leftFen, returnedHundredths } }: { voucher: Voucher }) {
  const t = useT(voucherMessages)
  const format = useFormat()
  if (state === 'issued') return null
  if (state === 'spent') return <Notice kind="done">{t('state_spent')}</Notice>
  const left = format.money(leftFen)
  return (
    <Notice kind="waiting">
      {returnedHundredths > 0
        ? t('expiredReturned', { left, points: format.points(returnedHundredths) })
        : t('expiredLapsed', { left })}
    </Notice>
  )
}
