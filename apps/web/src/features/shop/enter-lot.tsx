import { useState } from 'react'
import { post } from '../../app/api.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { useT } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Section } from '../../ui/page.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { useLanguage } from '../../ui/settings.ts'
import { counterMessages } from './counter-messages.ts'
import { inWords, type Good } from './shop.ts'

interface NewLot {
  goodRef: string
  quantity: number
  unitCostFen: number
  expiresOn: string | null
}

/** Goods of the sheet that came in, with what a piece cost. */
export function EnterLot({ goods }: { goods: readonly Good[] }) {
  const t = useT(counterMessages)
  const language = useLanguage()
  const [goodRef, setGoodRef] = useState('')
  const [quantity, setQuantity] = useState<number | null>(null)
  const [cost, setCost] = useState<number | null>(null)
  const [expiresOn, setExpiresOn] = useState<string | null>(null)
  const [isAsked, setAsked] = useState(false)
  const enter = useCommand(
    (lot: NewLot, idempotencyKey) => post('/api/shop/lots', {}, lot, { idempotencyKey }),
    () => {
      setQuantity(null)
      setAsked(false)
    },
  )
  const isQuantity = quantity !== null && quantity >= 1
  const isCost = cost !== null && cost >= 0
  return (
    <Section title={t('enterLot')}>
      {enter.isSuccess && <Notice kind="done">{t('entered')}</Notice>}
      <Form
        onSubmit={() => {
          setAsked(true)
          if (goodRef !== '' && isQuantity && isCost)
            enter.mutate({ goodRef, quantity, unitCostFen: Math.round(cost * 100), expiresOn })
        }}
      >
        <SelectField
          label={t('good')}
          placeholder={t('goodChoose')}
          error={isAsked && goodRef === '' ? t('goodMissing') : undefined}
          value={goodRef}
          options={goods.map((good) => ({
            value: good.goodRef,
            label: inWords(good.name, language),
          }))}
          onChange={setGoodRef}
        />
        <NumberField
          whole
          label={t('quantity')}
          error={isAsked && !isQuantity ? t('quantityWrong') : undefined}
          value={quantity}
          onChange={setQuantity}
        />
        <NumberField
          label={t('unitCost')}
          unit={t('yuan')}
          error={isAsked && !isCost ? t('costWrong') : undefined}
          value={cost}
          onChange={setCost}
        />
        <DateField
          optional
          label={t('expiresOn')}
          hint={t('expiresHint')}
          value={expiresOn}
          onChange={setExpiresOn}
        />
        <ProblemNotice error={enter.error} />
        <Button kind="primary" submit busy={enter.isPending}>
          {t('enterLot')}
        </Button>
      </Form>
    </Section>
  )
}
