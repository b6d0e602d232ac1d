import { isVoucherCode, readPlateCode } from '@azalea/text'
import { civilDay } from '@azalea/client'
import { ScanIcon } from '@phosphor-icons/react/dist/csr/Scan'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { apiUrl } from '../../app/api.ts'
import { serverNow } from '../../app/server-clock.ts'
import { useAnswer } from '../../app/use-answer.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { CameraView } from '../../ui/camera-view.tsx'
import { CodeField } from '../../ui/code-field.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { List, ListRow } from '../../ui/list.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Stat, Stats } from '../../ui/stat.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { When } from '../../ui/when.tsx'
import { SignOut } from './sign-out.tsx'
import { tillMessages } from './till-messages.ts'
import type { Till } from './vouchers.ts'

/** A merchant's telephone: take a voucher, what was taken on a day, and the months. */
export function TillPage() {
  const t = useT(tillMessages)
  const [day, setDay] = useState(() => civilDay(serverNow()))
  const till = useAnswer('/api/till', { day })
  const merchant = till.data?.merchant
  return (
    <Page title={t('title')} lead={merchant && t('lead', { merchant: merchant.name })}>
      <FindVoucher />
      {till.isPending && <Skeleton count={4} />}
      {till.isError && <ErrorState error={till.error} onRetry={() => void till.refetch()} />}
      {till.data !== undefined && (
        <>
          <Day till={till.data} onDay={setDay} />
          <Months months={till.data.months} />
        </>
      )}
      <SignOut />
    </Page>
  )
}

/** Scanned by the camera, or typed. */
function FindVoucher() {
  const t = useT(tillMessages)
  const [, navigate] = useLocation()
  const [isScanning, setScanning] = useState(false)
  const [code, setCode] = useState('')
  const [isWrong, setWrong] = useState(false)
  const open = (text: string) => {
    const read = readPlateCode(text)
    setWrong(!isVoucherCode(read))
    if (isVoucherCode(read)) navigate(`/till/vouchers/${read}`)
  }
  return (
    <Section title={t('code')}>
      {isScanning ? (
        <CameraView hint={t('scanHint')} onRead={open} />
      ) : (
        <div>
          <Button kind="primary" icon={ScanIcon} onClick={() => setScanning(true)}>
            {t('scan')}
          </Button>
        </div>
      )}
      <Form onSubmit={() => open(code)}>
        <CodeField
          kind="plate"
          label={t('orType')}
          hint={t('codeHint')}
          error={isWrong ? t('codeWrong') : undefined}
          value={code}
          onChange={setCode}
          maxLength={24}
        />
        <Button submit>{t('find')}</Button>
      </Form>
    </Section>
  )
}

function Day({ till, onDay }: { till: Till; onDay: (day: string) => void }) {
  const t = useT(tillMessages)
  const format = useFormat()
  const { day, takings, totalFen } = till
  const title = t('takings', { day: format.day(day) })
  return (
    <Section title={title}>
      <DateField
        label={t('day')}
        max={civilDay(serverNow())}
        value={day}
        onChange={(chosen) => chosen !== null && onDay(chosen)}
      />
      <Stats>
        <Stat label={t('total')} value={format.money(totalFen)} />
        <Stat label={t('vouchers')} value={format.number(takings.length)} unit={t('unit')} />
      </Stats>
      {takings.length === 0 ? (
        <p className="soft">{t('takingsNone')}</p>
      ) : (
        <List label={title}>
          {takings.map(({ redemptionId, voucherName, amountFen, redeemedAt }) => (
            <ListRow
              key={redemptionId}
              title={voucherName}
              note={<When at={redeemedAt} />}
              value={format.money(amountFen)}
            />
          ))}
        </List>
      )}
    </Section>
  )
}

function Months({ months }: Pick<Till, 'months'>) {
  const t = useT(tillMessages)
  return (
    <Section title={t('months')}>
      {months.length === 0 && <p className="soft">{t('monthsNone')}</p>}
      {months.length > 0 && (
        <List label={t('months')}>
          {months.map((one) => (
            <Month key={one.month} of={one} />
          ))}
        </List>
      )}
    </Section>
  )
}

function Month({ of }: { of: Till['months'][number] }) {
  const t = useT(tillMessages)
  const format = useFormat()
  const { month, redemptionCount, amountFen, settlementId: id } = of
  return (
    <li className="stack list__item">
      <div className="list__item-head">
        <span className="list__title">{month}</span>
        <span className="list__value">{format.money(amountFen)}</span>
      </div>
      <div className="list__item-head">
        <StateBadge tone={id === null ? 'waiting' : 'done'}>
          {t(id === null ? 'monthOpen' : 'monthSettled')}
        </StateBadge>
        <span className="soft small">{t('count', { count: redemptionCount })}</span>
      </div>
      {id !== null && (
        <ButtonRow>
          <a
            className="button button--secondary"
            href={apiUrl('/api/till/statements/{id}/sheet.pdf', { id })}
          >
            {t('sheet', { month })}
          </a>
          <a
            className="button button--secondary"
            href={apiUrl('/api/till/statements/{id}/table.xlsx', { id })}
            download
          >
            {t('table', { month })}
          </a>
        </ButtonRow>
      )}
    </li>
  )
}
