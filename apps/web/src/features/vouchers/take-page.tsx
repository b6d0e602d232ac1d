import { useState } from 'react'
import { useParams } from 'wouter'
import { post } from '../../app/api.ts'
import { useAnswer } from '../../app/use-answer.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { ErrorState, ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Page } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Stat, Stats } from '../../ui/stat.tsx'
import { tillMessages } from './till-messages.ts'
import { fenOf, type AtTill } from './vouchers.ts'

/** A voucher before it is taken, and the one tap that takes it. */
export function TakePage() {
  const t = useT(tillMessages)
  const { code = '' } = useParams()
  const voucher = useAnswer('/api/till/vouchers/{code}', { code })
  return (
    <Page title={voucher.data?.name ?? t('takeTitle')} back="/till">
      {voucher.isPending && <Skeleton count={3} />}
      {voucher.isError && (
        <ErrorState error={voucher.error} onRetry={() => void voucher.refetch()} />
      )}
      {voucher.data !== undefined && <TakeVoucher code={code} voucher={voucher.data} />}
    </Page>
  )
}

/** Takes all of a voucher, or of one that says so as much as is typed. */
export function TakeVoucher({ code, voucher }: { code: string; voucher: AtTill }) {
  const t = useT(tillMessages)
  const format = useFormat()
  const { leftFen, inParts, canTake } = voucher
  const [yuan, setYuan] = useState<number | null>(null)
  const [isAsked, setAsked] = useState(false)
  const take = useCommand((amountFen: number, idempotencyKey) =>
    post('/api/till/redemptions', {}, { code, amountFen, leftFen }, { idempotencyKey }),
  )
  if (take.isSuccess) {
    const amount = format.money(take.variables ?? 0)
    const left = format.money(take.data.leftFen)
    return (
      <>
        <Notice kind="done">
          {take.data.leftFen === 0 ? t('taken', { amount }) : t('takenLeft', { amount, left })}
        </Notice>
        <div>
          <LinkButton kind="primary" to="/till">
            {t('next')}
          </LinkButton>
        </div>
      </>
    )
  }
  const amountFen = inParts ? fenOf(yuan) : leftFen
  const isWrong = amountFen === null || amountFen > leftFen
  return (
    <>
      <Stats>
        <Stat label={t('left')} value={format.money(leftFen)} />
        <Stat label={t('worth')} value={format.money(voucher.valueFen)} />
      </Stats>
      <p>{t('until', { day: format.day(voucher.expiresOn) })}</p>
      {!canTake.ok && <Notice kind="wrong">{canTake.sentence}</Notice>}
      <ProblemNotice error={take.error} />
      {canTake.ok && (
        <Form
          onSubmit={() => {
            setAsked(true)
            if (amountFen !== null && !isWrong) take.mutate(amountFen)
          }}
        >
          {inParts && (
            <NumberField
              label={t('amount')}
              error={
                isAsked && isWrong ? t('amountWrong', { left: format.money(leftFen) }) : undefined
              }
              value={yuan}
              onChange={setYuan}
            />
          )}
          <Button kind="primary" submit busy={take.isPending}>
            {inParts ? t('takePart') : t('take', { amount: format.money(leftFen) })}
          </Button>
        </Form>
      )}
    </>
  )
}
