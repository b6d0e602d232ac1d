import { civilDay, type Answer, type Body } from '@azalea/client'
import { CoinsIcon } from '@phosphor-icons/react/dist/csr/Coins'
import { useState } from 'react'
import { post } from '../../app/api.ts'
import { useAnswer } from '../../app/use-answer.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState, ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { List, ListRow } from '../../ui/list.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { moneyMessages } from './messages.ts'
import { paymentTones } from './money.ts'

type OwnMoney = Answer<'/api/me/money'>

/** What my household was shared out and why, whether it is paid, and where it is sent. */
export function MyMoneyPage() {
  const t = useT(moneyMessages)
  const money = useAnswer('/api/me/money')
  return (
    <Page title={t('myTitle')} lead={t('myLead')} back="/me">
      <Shares />
      {money.isPending && <Skeleton count={3} />}
      {money.isError && <ErrorState error={money.error} onRetry={() => void money.refetch()} />}
      {money.isSuccess && (
        <>
          <Payments payments={money.data.payments} />
          <Payout account={money.data.payoutAccount} />
        </>
      )}
    </Page>
  )
}

function Shares() {
  const t = useT(moneyMessages)
  const format = useFormat()
  const shares = useAnswer('/api/me/year-ends')
  return (
    <Section title={t('yearEnds')}>
      {shares.isPending && <Skeleton count={2} />}
      {shares.isError && <ErrorState error={shares.error} onRetry={() => void shares.refetch()} />}
      {shares.data?.items.length === 0 && (
        <EmptyState icon={CoinsIcon} title={t('mySharesNone')} hint={t('mySharesNoneHint')} />
      )}
      {shares.isSuccess && shares.data.items.length > 0 && (
        <List label={t('yearEnds')}>
          {shares.data.items.map(({ yearEndId, title, sentence, through, before, shareFen }) => (
            <ListRow
              key={yearEndId}
              title={title}
              note={
                <>
                  <span>{sentence}</span>
                  <span>
                    {before === null
                      ? t('pointsThrough', { day: format.day(through) })
                      : t('pointsBetween', {
                          day: format.day(through),
                          before: format.day(before),
                        })}
                  </span>
                </>
              }
              value={format.money(shareFen)}
            />
          ))}
        </List>
      )}
    </Section>
  )
}

function Payments({ payments }: { payments: OwnMoney['payments'] }) {
  const t = useT(moneyMessages)
  const format = useFormat()
  if (payments.length === 0)
    return (
      <Section title={t('myPayments')}>
        <p className="soft">{t('myPaymentsNone')}</p>
      </Section>
    )
  return (
    <Section title={t('myPayments')}>
      <List label={t('myPayments')}>
        {payments.map(({ paymentId, title, means, amountFen, state, failure, endedAt }) => (
          <ListRow
            key={paymentId}
            title={`${title} · ${t(`means_${means}`)}`}
            note={failure ?? (endedAt === null ? undefined : format.day(civilDay(endedAt)))}
            value={format.money(amountFen)}
            end={<StateBadge tone={paymentTones[state]}>{t(`payment_${state}`)}</StateBadge>}
          />
        ))}
      </List>
    </Section>
  )
}

const ACCOUNT = /^\d{8,32}$/

function Payout({ account }: { account: OwnMoney['payoutAccount'] }) {
  const t = useT(moneyMessages)
  const remove = useCommand((_: null, idempotencyKey) =>
    post('/api/me/payout-account/remove', {}, undefined, { idempotencyKey }),
  )
  return (
    <Section title={t('payout')}>
      {account === null ? (
        <p className="soft">{t('payoutNone')}</p>
      ) : (
        <p>
          {t('payoutIs', {
            bank: account.bankName,
            account: account.accountNumber,
            holder: account.holderName,
          })}
        </p>
      )}
      <ProblemNotice error={remove.error} />
      {account !== null && (
        <Button busy={remove.isPending} onClick={() => remove.mutate(null)}>
          {t('payoutRemove')}
        </Button>
      )}
      <PayoutForm />
    </Section>
  )
}

function PayoutForm() {
  const t = useT(moneyMessages)
  const [holderName, setHolder] = useState('')
  const [bankName, setBank] = useState('')
  const [accountText, setAccount] = useState('')
  const [isAsked, setAsked] = useState(false)
  const set = useCommand(
    (body: Body<'/api/me/payout-account'>, idempotencyKey) =>
      post('/api/me/payout-account', {}, body, { idempotencyKey }),
    () => {
      setAsked(false)
      setAccount('')
    },
  )
  const accountNumber = accountText.replaceAll(/\s/g, '')
  const missing = (text: string) => (isAsked && text.trim() === '' ? t('fieldMissing') : undefined)
  const submit = () => {
    setAsked(true)
    if (holderName.trim() === '' || bankName.trim() === '' || !ACCOUNT.test(accountNumber)) return
    set.mutate({ holderName, bankName, accountNumber })
  }
  return (
    <details>
      <summary>{t('payoutSend')}</summary>
      {set.isSuccess && <Notice kind="done">{t('payoutDone')}</Notice>}
      <Form onSubmit={submit}>
        <TextField
          label={t('holder')}
          error={missing(holderName)}
          value={holderName}
          onChange={setHolder}
        />
        <TextField
          label={t('bank')}
          error={missing(bankName)}
          value={bankName}
          onChange={setBank}
        />
        <TextField
          label={t('account')}
          error={isAsked && !ACCOUNT.test(accountNumber) ? t('accountWrong') : undefined}
          value={accountText}
          onChange={setAccount}
        />
        <ProblemNotice error={set.error} />
        <Button kind="primary" submit busy={set.isPending}>
          {t('payoutSend')}
        </Button>
      </Form>
    </details>
  )
}
