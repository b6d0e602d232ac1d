import type { Body, Item } from '@azalea/client'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { post } from '../../app/api.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { NumberField } from '../../ui/number-field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { voucherDeskMessages } from './desk-messages.ts'
import { fenOf, type Merchant } from './vouchers.ts'

type Budget = Item<'/api/budgets'>
type Unspent = Body<'/api/voucher-kinds'>['unspent']

const LONGEST_DAYS = 366

export function ProposeKind({
  budgets,
  merchants,
}: {
  budgets: readonly Budget[]
  merchants: readonly Merchant[]
}) {
  const t = useT(voucherDeskMessages)
  const [, goTo] = useLocation()
  const [nameZh, setNameZh] = useState('')
  const [nameEn, setNameEn] = useState('')
  const [points, setPoints] = useState<number | null>(null)
  const [yuan, setYuan] = useState<number | null>(null)
  const [inParts, setInParts] = useState(false)
  const [days, setDays] = useState<number | null>(60)
  const [unspent, setUnspent] = useState<Unspent>('returned')
  const [budgetId, setBudgetId] = useState('')
  const [merchantIds, setMerchantIds] = useState<readonly string[]>([])
  const [isAsked, setAsked] = useState(false)
  const propose = useCommand(
    (body: Body<'/api/voucher-kinds'>, idempotencyKey) =>
      post('/api/voucher-kinds', {}, body, { idempotencyKey }),
    () => goTo('/workbench/vouchers'),
  )
  const when = (isWrong: boolean, said: string) => (isAsked && isWrong ? said : undefined)
  const submit = () => {
    setAsked(true)
    const said = { nameZh, nameEn, inParts, unspent, budgetId, merchantIds: [...merchantIds] }
    const body = bodyOf(said, points, yuan, days)
    if (body !== null) propose.mutate(body)
  }
  return (
    <Form onSubmit={submit}>
      <TextField
        label={t('nameZh')}
        error={when(nameZh.trim() === '', t('missing'))}
        value={nameZh}
        onChange={setNameZh}
      />
      <TextField optional label={t('nameEn')} value={nameEn} onChange={setNameEn} />
      <Numbers {...{ points, setPoints, yuan, setYuan, days, setDays, isAsked }} />
      <Checkbox
        label={t('returned')}
        hint={t('lapsedHint')}
        checked={unspent === 'returned'}
        onChange={(isReturned) => setUnspent(isReturned ? 'returned' : 'lapsed')}
      />
      <Checkbox label={t('inParts')} checked={inParts} onChange={setInParts} />
      <FromBudget
        budgets={budgets}
        budgetId={budgetId}
        error={when(budgetId === '', t('missing'))}
        onChange={setBudgetId}
      />
      <Takers
        merchants={merchants}
        chosen={merchantIds}
        error={when(merchantIds.length === 0, t('takersMissing'))}
        onChange={setMerchantIds}
      />
      <ProblemNotice error={propose.error} />
      <Button kind="primary" submit busy={propose.isPending}>
        {t('send')}
      </Button>
    </Form>
  )
}

type Proposal = Body<'/api/voucher-kinds'>
type Said = Omit<Proposal, 'pointsHundredths' | 'valueFen' | 'validDays' | 'nameEn'> & {
  nameEn: string
}

/** What is sent; null while something is missing or is no number that can be. */
function bodyOf(said: Said, points: Typed, yuan: Typed, days: Typed): Proposal | null {
  const [pointsHundredths, valueFen, validDays] = [fenOf(points), fenOf(yuan), daysOf(days)]
  if (said.nameZh.trim() === '' || said.budgetId === '' || said.merchantIds.length === 0)
    return null
  if (pointsHundredths === null || valueFen === null || validDays === null) return null
  return { ...said, nameEn: said.nameEn || null, pointsHundredths, valueFen, validDays }
}

const daysOf = (days: number | null) =>
  days !== null && days >= 1 && days <= LONGEST_DAYS ? days : null

type Typed = number | null

/** What one costs, what it is worth, and how long. */
function Numbers({
  points,
  setPoints,
  yuan,
  setYuan,
  days,
  setDays,
  isAsked,
}: {
  points: Typed
  setPoints: (points: Typed) => void
  yuan: Typed
  setYuan: (yuan: Typed) => void
  days: Typed
  setDays: (days: Typed) => void
  isAsked: boolean
}) {
  const t = useT(voucherDeskMessages)
  const when = (isWrong: boolean, said: string) => (isAsked && isWrong ? said : undefined)
  return (
    <>
      <NumberField
        label={t('points')}
        error={when(fenOf(points) === null, t('numberWrong'))}
        value={points}
        onChange={setPoints}
      />
      <NumberField
        label={t('value')}
        error={when(fenOf(yuan) === null, t('numberWrong'))}
        value={yuan}
        onChange={setYuan}
      />
      <NumberField
        whole
        label={t('validDays')}
        error={when(daysOf(days) === null, t('daysWrong'))}
        value={days}
        onChange={setDays}
      />
    </>
  )
}

function FromBudget({
  budgets,
  budgetId,
  error,
  onChange,
}: {
  budgets: readonly Budget[]
  budgetId: string
  error: string | undefined
  onChange: (budgetId: string) => void
}) {
  const t = useT(voucherDeskMessages)
  const format = useFormat()
  return (
    <SelectField
      label={t('budget')}
      placeholder={t('chooseBudget')}
      error={error}
      value={budgetId}
      options={budgets.map(({ budgetId: value, name, leftFen }) => ({
        value,
        label: t('budgetLeft', { name, left: format.money(leftFen) }),
      }))}
      onChange={onChange}
    />
  )
}

function Takers({
  merchants,
  chosen,
  error,
  onChange,
}: {
  merchants: readonly Merchant[]
  chosen: readonly string[]
  error: string | undefined
  onChange: (merchantIds: readonly string[]) => void
}) {
  const t = useT(voucherDeskMessages)
  return (
    <fieldset>
      <legend>{t('takers')}</legend>
      {merchants.map(({ merchantId, name, place }) => (
        <Checkbox
          key={merchantId}
          label={name}
          hint={place}
          checked={chosen.includes(merchantId)}
          onChange={(isChosen) =>
            onChange(
              isChosen ? [...chosen, merchantId] : chosen.filter((one) => one !== merchantId),
            )
          }
        />
      ))}
      {error !== undefined && <p className="field__error">{error}</p>}
    </fieldset>
  )
}
