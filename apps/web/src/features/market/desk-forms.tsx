import { useState } from 'react'
import { post } from '../../app/api.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { DateTimeField } from '../../ui/date-field.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Section } from '../../ui/page.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { marketDeskMessages } from './desk-messages.ts'
import type { Desk } from './market.ts'

type ProductBody = Parameters<typeof post<'/api/market/products'>>[2]
type SlotBody = Parameters<typeof post<'/api/market/slots'>>[2]
type PointBody = Parameters<typeof post<'/api/market/points'>>[2]

/** A price for packs that there are; on sale once somebody of another household has confirmed it. */
export function ProductForm({ stock }: { stock: Desk['stock'] }) {
  const t = useT(marketDeskMessages)
  const [asked, setAsked] = useState(0)
  const propose = useCommand(
    (body: ProductBody, idempotencyKey) =>
      post('/api/market/products', {}, body, { idempotencyKey }),
    () => setAsked((count) => count + 1),
  )
  return (
    <Section title={t('propose')}>
      {propose.isSuccess && <Notice kind="done">{t('proposedDone')}</Notice>}
      {stock.length === 0 ? (
        <p className="soft">{t('noStock')}</p>
      ) : (
        <ProductFields
          key={asked}
          stock={stock}
          error={propose.error}
          isBusy={propose.isPending}
          onPropose={propose.mutate}
        />
      )}
    </Section>
  )
}

function ProductFields({
  stock,
  error,
  isBusy,
  onPropose,
}: {
  stock: Desk['stock']
  error: Error | null
  isBusy: boolean
  onPropose: (body: ProductBody) => void
}) {
  const t = useT(marketDeskMessages)
  const format = useFormat()
  const [kind, setKind] = useState('')
  const [nameZh, setNameZh] = useState('')
  const [nameEn, setNameEn] = useState('')
  const [yuan, setYuan] = useState<number | null>(null)
  const [isAsked, setAsked] = useState(false)
  const missing = (isMissing: boolean) => (isAsked && isMissing ? t('missing') : undefined)
  const chosen = stock.find((one) => `${one.crop} ${one.netGrams}` === kind)
  const priceFen = Math.round((yuan ?? 0) * 100)
  const submit = () => {
    setAsked(true)
    if (chosen === undefined || nameZh.trim() === '' || priceFen <= 0) return
    const { crop, netGrams } = chosen
    onPropose({ crop, netGrams, nameZh, nameEn: nameEn.trim() === '' ? null : nameEn, priceFen })
  }
  return (
    <Form onSubmit={submit}>
      <SelectField
        label={t('kind')}
        placeholder={t('choose')}
        value={kind}
        error={missing(chosen === undefined)}
        options={stock.map((one) => ({
          value: `${one.crop} ${one.netGrams}`,
          label: t('kindOf', {
            crop: one.crop,
            grams: format.number(one.netGrams),
            count: one.count,
          }),
        }))}
        onChange={setKind}
      />
      <TextField
        label={t('nameZh')}
        value={nameZh}
        error={missing(nameZh.trim() === '')}
        onChange={setNameZh}
        maxLength={30}
      />
      <TextField label={t('nameEn')} optional value={nameEn} onChange={setNameEn} maxLength={60} />
      <NumberField
        label={t('price')}
        unit={t('yuan')}
        value={yuan}
        error={missing(priceFen <= 0)}
        onChange={setYuan}
      />
      <ProblemNotice error={error} />
      <Button submit busy={isBusy}>
        {t('propose')}
      </Button>
    </Form>
  )
}

/** Hours at a point, or of a round, with room for so many orders. */
export function SlotForm({ points }: { points: Desk['points'] }) {
  const t = useT(marketDeskMessages)
  const [asked, setAsked] = useState(0)
  const open = useCommand(
    (body: SlotBody, idempotencyKey) => post('/api/market/slots', {}, body, { idempotencyKey }),
    () => setAsked((count) => count + 1),
  )
  if (points.length === 0) return null
  return (
    <Section title={t('openSlot')}>
      {open.isSuccess && <Notice kind="done">{t('done')}</Notice>}
      <SlotFields
        key={asked}
        points={points}
        error={open.error}
        isBusy={open.isPending}
        onOpen={open.mutate}
      />
    </Section>
  )
}

function SlotFields({
  points,
  error,
  isBusy,
  onOpen,
}: {
  points: Desk['points']
  error: Error | null
  isBusy: boolean
  onOpen: (body: SlotBody) => void
}) {
  const t = useT(marketDeskMessages)
  const [pointId, setPoint] = useState('')
  const [startsAt, setStart] = useState<string | null>(null)
  const [endsAt, setEnd] = useState<string | null>(null)
  const [ordersUntil, setUntil] = useState<string | null>(null)
  const [capacity, setCapacity] = useState<number | null>(null)
  const [isAsked, setAsked] = useState(false)
  const missing = (isMissing: boolean) => (isAsked && isMissing ? t('missing') : undefined)
  const submit = () => {
    setAsked(true)
    if (pointId === '' || startsAt === null || endsAt === null || ordersUntil === null) return
    if (capacity !== null) onOpen({ pointId, startsAt, endsAt, ordersUntil, capacity })
  }
  return (
    <Form onSubmit={submit}>
      <SelectField
        label={t('point')}
        placeholder={t('choose')}
        value={pointId}
        error={missing(pointId === '')}
        options={points.map((one) => ({
          value: one.pointId,
          label: `${t(one.kind)} · ${one.name}`,
        }))}
        onChange={setPoint}
      />
      <DateTimeField
        label={t('startsAt')}
        value={startsAt}
        error={missing(startsAt === null)}
        onChange={setStart}
      />
      <DateTimeField
        label={t('endsAt')}
        value={endsAt}
        error={missing(endsAt === null)}
        onChange={setEnd}
      />
      <DateTimeField
        label={t('ordersUntil')}
        value={ordersUntil}
        error={missing(ordersUntil === null)}
        onChange={setUntil}
      />
      <NumberField
        label={t('capacity')}
        whole
        value={capacity}
        error={missing(capacity === null)}
        onChange={setCapacity}
      />
      <ProblemNotice error={error} />
      <Button submit busy={isBusy}>
        {t('openSlot')}
      </Button>
    </Form>
  )
}

const pointKinds = ['pick_up', 'delivery'] as const

/** A place where orders are fetched, or a round that brings them. */
export function PointForm() {
  const t = useT(marketDeskMessages)
  const [kind, setKind] = useState<(typeof pointKinds)[number]>('pick_up')
  const [name, setName] = useState('')
  const [place, setPlace] = useState('')
  const [isAsked, setAsked] = useState(false)
  const open = useCommand(
    (body: PointBody, idempotencyKey) => post('/api/market/points', {}, body, { idempotencyKey }),
    () => {
      setName('')
      setPlace('')
      setAsked(false)
    },
  )
  const missing = (text: string) => (isAsked && text.trim() === '' ? t('missing') : undefined)
  const submit = () => {
    setAsked(true)
    if (name.trim() !== '' && place.trim() !== '') open.mutate({ kind, name, place })
  }
  return (
    <Section title={t('openPoint')}>
      {open.isSuccess && <Notice kind="done">{t('done')}</Notice>}
      <Form onSubmit={submit}>
        <SelectField
          label={t('pointKind')}
          value={kind}
          options={pointKinds.map((one) => ({ value: one, label: t(one) }))}
          onChange={setKind}
        />
        <TextField
          label={t('pointName')}
          value={name}
          error={missing(name)}
          onChange={setName}
          maxLength={40}
        />
        <TextField
          label={t('place')}
          value={place}
          error={missing(place)}
          onChange={setPlace}
          maxLength={120}
        />
        <ProblemNotice error={open.error} />
        <Button submit busy={open.isPending}>
          {t('openPoint')}
        </Button>
      </Form>
    </Section>
  )
}
