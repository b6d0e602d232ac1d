import { addCivilDays } from '@azalea/text'
import { civilDay } from '@azalea/client'
import { amountWords, doseOf } from '@azalea/produce-rules'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { forgetOldAnswers } from '../../app/forget-old-answers.ts'
import { serverNow } from '../../app/server-clock.ts'
import { outbox } from '../../app/outbox.ts'
import { useSession } from '../../app/session.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Section } from '../../ui/page.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { useLanguage } from '../../ui/settings.ts'
import { inputMessages } from './messages.ts'
import { unitOf, type PlotInputs, type Product } from './inputs.ts'

/** Asks for a product, with the dose worked out for the plot; where there is no network, later. */
export function AskForm({ plot }: { plot: PlotInputs }) {
  const t = useT(inputMessages)
  const [crop, setCrop] = useState(() => onlyOne(plot))
  const [number, setNumber] = useState('')
  const [amount, setAmount] = useState<number | null>(null)
  const [isAsked, setAsked] = useState(false)
  const products = plot.products.filter(({ crops }) => crops.includes(crop))
  const product = products.find(({ registrationNumber }) => registrationNumber === number)
  const ask = useAsk(plot)
  const missing = (isMissing: boolean) => (isAsked && isMissing ? t('missing') : undefined)
  if (plot.products.length === 0) return <Notice>{t('noList')}</Notice>
  const submit = () => {
    setAsked(true)
    if (product === undefined || amount === null || amount <= 0) return
    const thousandths = Math.round(amount * unitOf(product).thousandths)
    ask.mutate({ crop, product, thousandths })
  }
  return (
    <Section title={t('ask')}>
      <p className="soft">{t('askLead')}</p>
      {ask.data === 'done' && <Notice kind="done">{t('sent')}</Notice>}
      {ask.data === 'waiting' && (
        <Notice kind="waiting" actions={<LinkButton to="/waiting">{t('toWaiting')}</LinkButton>}>
          {t('kept')}
        </Notice>
      )}
      <Form onSubmit={submit}>
        <SelectField
          label={t('crop')}
          placeholder={t('choose')}
          error={missing(crop === '')}
          value={crop}
          options={plot.crops.map((one) => ({ value: one, label: one }))}
          onChange={setCrop}
        />
        <SelectField
          label={t('product')}
          placeholder={t('choose')}
          error={missing(product === undefined)}
          value={product === undefined ? '' : number}
          options={products.map((one) => ({ value: one.registrationNumber, label: one.name }))}
          onChange={setNumber}
        />
        {product !== undefined && <Dose product={product} area={plot.areaSquareMetres} />}
        <NumberField
          label={t('amount')}
          {...(product === undefined ? {} : { unit: t(unitOf(product).name) })}
          error={missing(amount === null || amount <= 0)}
          value={amount}
          onChange={setAmount}
        />
        <ProblemNotice error={ask.error} />
        <Button kind="primary" submit wide busy={ask.isPending}>
          {t('send')}
        </Button>
      </Form>
    </Section>
  )
}

/** Where one crop grows, nobody has to say which. */
function onlyOne({ grown, crops }: Pick<PlotInputs, 'grown' | 'crops'>): string {
  const [one, other] = grown.filter((crop) => crops.includes(crop))
  return one !== undefined && other === undefined ? one : ''
}

function Dose({ product, area }: { product: Product; area: number }) {
  const t = useT(inputMessages)
  const language = useLanguage()
  const { least, most } = doseOf(product, area)
  const said = { least: amountWords(least)[language], most: amountWords(most)[language] }
  const format = useFormat()
  const today = civilDay(serverNow())
  const { preHarvestDays: days } = product
  const day = addCivilDays(today, days)
  return (
    <output className="soft">
      {t('dose', said)}
      {days === 0 ? t('keepsNothing') : t('keepsOff', { count: days, day: format.days(day, day) })}
    </output>
  )
}

function useAsk({ plotId, label }: PlotInputs) {
  const queryClient = useQueryClient()
  const personId = useSession().session?.person.personId ?? ''
  return useMutation({
    mutationFn: async (asked: { crop: string; product: Product; thousandths: number }) => {
      const { crop, product, thousandths } = asked
      const { registrationNumber, unit } = product
      const body = { plotId, registrationNumber, crop, amount: { unit, thousandths } }
      const about = { personId, params: {}, label: `${label} · ${product.name}` }
      const { state } = await outbox.give({ ...about, kind: 'application', body })
      await forgetOldAnswers(queryClient)
      return state
    },
  })
}
