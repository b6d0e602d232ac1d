import { useState } from 'react'
import { post } from '../../app/api.ts'
import { useDraft } from '../../app/drafts.ts'
import { forMyself, onBehalfOf, OtherFields, type OnBehalf } from '../../app/on-behalf-fields.tsx'
import { useAnswer } from '../../app/use-answer.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { ErrorState, ProblemNotice } from '../../ui/error-state.tsx'
import { Finished } from '../../ui/finished.tsx'
import { Form } from '../../ui/form.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { NumberField } from '../../ui/number-field.tsx'
import { Page } from '../../ui/page.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { useLanguage } from '../../ui/settings.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { counterMessages } from './counter-messages.ts'
import { grouped, inWords, type Good } from './shop.ts'

/** Goods set aside for somebody without a telephone, who gets the code to fetch them on a slip. */
export function ReserveForPage() {
  const t = useT(counterMessages)
  const counter = useAnswer('/api/shop/counter')
  return (
    <Page title={t('reserveFor')} lead={t('reserveForLead')} back="/workbench/shop">
      {counter.isPending && <Skeleton count={4} />}
      {counter.isError && (
        <ErrorState error={counter.error} onRetry={() => void counter.refetch()} />
      )}
      {counter.data !== undefined && <ReserveForForm goods={counter.data.goods} />}
    </Page>
  )
}

interface Draft {
  behalf: OnBehalf
  goodRef: string
  quantity: number | null
}

export function ReserveForForm({ goods }: { goods: readonly Good[] }) {
  const t = useT(counterMessages)
  const format = useFormat()
  const [draft, setDraft, clear] = useDraft<Draft>('shop-reserve-for', {
    behalf: { ...forMyself, isForOther: true },
    goodRef: '',
    quantity: 1,
  })
  const { behalf, goodRef, quantity } = draft
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const [isAsked, setAsked] = useState(false)
  const toBeHad = useToBeHad(goods)
  const reserve = useCommand(
    (what: { goodRef: string; quantity: number } & ReturnType<typeof onBehalfOf>, idempotencyKey) =>
      post('/api/shop/purchases', {}, what, { idempotencyKey }),
    clear,
  )
  if (reserve.isSuccess) {
    const { householdCode, fetchUntil } = reserve.data
    const words = t('reservedFor', {
      code: grouped(householdCode),
      until: format.until(fetchUntil),
    })
    return (
      <Finished words={words} next={<LinkButton to="/workbench/shop">{t('title')}</LinkButton>} />
    )
  }
  const isQuantity = quantity !== null && quantity >= 1
  return (
    <Form
      onSubmit={() => {
        setAsked(true)
        const whose = onBehalfOf(behalf)
        if (goodRef !== '' && isQuantity && whose !== null)
          reserve.mutate({ goodRef, quantity, ...whose })
      }}
    >
      <OtherFields
        value={behalf}
        isAsked={isAsked}
        onChange={(part) => change({ behalf: { ...behalf, ...part } })}
      />
      <SelectField
        label={t('good')}
        placeholder={t('goodChoose')}
        error={isAsked && goodRef === '' ? t('goodMissing') : undefined}
        value={goodRef}
        options={toBeHad}
        onChange={(chosen) => change({ goodRef: chosen })}
      />
      <NumberField
        whole
        label={t('quantity')}
        error={isAsked && !isQuantity ? t('quantityWrong') : undefined}
        value={quantity}
        onChange={(count) => change({ quantity: count })}
      />
      <ProblemNotice error={reserve.error} />
      <Button kind="primary" submit wide busy={reserve.isPending}>
        {t('reserveFor')}
      </Button>
    </Form>
  )
}

/** The goods that can be reserved now, each with its price. */
function useToBeHad(goods: readonly Good[]) {
  const t = useT(counterMessages)
  const format = useFormat()
  const language = useLanguage()
  return goods
    .filter(({ closed }) => closed === null)
    .map(({ goodRef, name, pointsHundredths }) => ({
      value: goodRef,
      label: t('goodWithPrice', {
        name: inWords(name, language),
        points: format.points(pointsHundredths),
      }),
    }))
}
