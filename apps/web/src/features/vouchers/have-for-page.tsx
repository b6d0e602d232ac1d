import { useState } from 'react'
import { post } from '../../app/api.ts'
import { useDraft } from '../../app/drafts.ts'
import { forMyself, onBehalfOf, OtherFields, type OnBehalf } from '../../app/on-behalf-fields.tsx'
import { useSession } from '../../app/session.tsx'
import { useAnswer } from '../../app/use-answer.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorState, ProblemNotice } from '../../ui/error-state.tsx'
import { Finished } from '../../ui/finished.tsx'
import { Form } from '../../ui/form.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Slip } from './slip.tsx'
import { slipMessages } from './slip-messages.ts'
import type { Offered } from './vouchers.ts'

/** A voucher for somebody without a telephone, who takes it home on a slip. */
export function HaveForPage() {
  const t = useT(slipMessages)
  const { session } = useSession()
  const villageId = session?.village.villageId ?? ''
  const prices = useAnswer('/api/villages/{villageId}/vouchers', { villageId })
  const [times, setTimes] = useState(0)
  return (
    <Page title={t('title')} lead={t('lead')} back="/workbench">
      {prices.isPending && <Skeleton count={4} />}
      {prices.isError && <ErrorState error={prices.error} onRetry={() => void prices.refetch()} />}
      {prices.data !== undefined && (
        <HaveForForm
          key={times}
          kinds={prices.data.kinds}
          onMore={() => setTimes((before) => before + 1)}
        />
      )}
    </Page>
  )
}

interface Draft {
  behalf: OnBehalf
  voucherKindId: string
}

export function HaveForForm({ kinds, onMore }: { kinds: readonly Offered[]; onMore: () => void }) {
  const t = useT(slipMessages)
  const format = useFormat()
  const [draft, setDraft, clear] = useDraft<Draft>('voucher-have-for', {
    behalf: { ...forMyself, isForOther: true },
    voucherKindId: '',
  })
  const { behalf, voucherKindId } = draft
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const [isAsked, setAsked] = useState(false)
  const have = useCommand(
    (what: { voucherKindId: string } & ReturnType<typeof onBehalfOf>, idempotencyKey) =>
      post('/api/vouchers', {}, what, { idempotencyKey }),
    clear,
  )
  if (have.isSuccess)
    return (
      <>
        <Finished words={t('had')} more={{ label: t('another'), onMore }} />
        <Slip voucherId={have.data.voucherId} />
      </>
    )
  const toBeHad = kinds.filter(({ isToBeHad }) => isToBeHad)
  const isChosen = toBeHad.some((kind) => kind.voucherKindId === voucherKindId)
  if (toBeHad.length === 0) return <Notice>{t('none')}</Notice>
  return (
    <Form
      onSubmit={() => {
        setAsked(true)
        const whose = onBehalfOf(behalf)
        if (isChosen && whose !== null) have.mutate({ voucherKindId, ...whose })
      }}
    >
      <OtherFields
        value={behalf}
        isAsked={isAsked}
        onChange={(part) => change({ behalf: { ...behalf, ...part } })}
      />
      <SelectField
        label={t('kind')}
        placeholder={t('kindChoose')}
        error={isAsked && !isChosen ? t('kindMissing') : undefined}
        value={isChosen ? voucherKindId : ''}
        options={toBeHad.map((kind) => ({
          value: kind.voucherKindId,
          label: t('kindWithPrice', {
            name: kind.name,
            points: format.points(kind.pointsHundredths),
            value: format.money(kind.valueFen),
          }),
        }))}
        onChange={(chosen) => change({ voucherKindId: chosen })}
      />
      <ProblemNotice error={have.error} />
      <Button kind="primary" submit wide busy={have.isPending}>
        {t('have')}
      </Button>
    </Form>
  )
}
