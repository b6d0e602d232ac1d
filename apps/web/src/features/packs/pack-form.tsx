import { massAppeared } from '@azalea/produce-rules'
import { useState } from 'react'
import { post } from '../../app/api.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Section } from '../../ui/page.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { packsMessages } from './messages.ts'
import { lossReasons, toGrams, type Lot } from './packs.ts'

type Body = Parameters<typeof post<'/api/packings'>>[2]

/** Takes of lots what is washed and packed; says before it is sent whether it balances. */
export function PackForm({ lots }: { lots: readonly Lot[] }) {
  const t = useT(packsMessages)
  const [asked, setAsked] = useState(0)
  const pack = useCommand(
    (body: Body, idempotencyKey) => post('/api/packings', {}, body, { idempotencyKey }),
    () => setAsked((count) => count + 1),
  )
  const free = lots.filter(({ isHeld, leftGrams }) => !isHeld && leftGrams > 0)
  if (free.length === 0 && pack.data === undefined) return null
  return (
    <Section title={t('pack')}>
      {pack.data !== undefined && (
        <>
          <Notice kind="done">
            {t('packed', { count: pack.data.packCount, number: pack.data.number })}
          </Notice>
          {pack.data.packCount > 0 && (
            <LinkButton to={`/workbench/packs/${pack.data.number}/labels`}>
              {t('labels')}
            </LinkButton>
          )}
        </>
      )}
      {free.length > 0 && (
        <Fields
          key={asked}
          lots={free}
          error={pack.error}
          isBusy={pack.isPending}
          onPack={pack.mutate}
        />
      )}
    </Section>
  )
}

function Fields({
  lots,
  error,
  isBusy,
  onPack,
}: {
  lots: readonly Lot[]
  error: Error | null
  isBusy: boolean
  onPack: (body: Body) => void
}) {
  const t = useT(packsMessages)
  const format = useFormat()
  const [taken, setTaken] = useState<ReadonlyMap<string, number>>(new Map())
  const [grams, setGrams] = useState<number | null>(null)
  const [count, setCount] = useState<number | null>(null)
  const [lossKg, setLossKg] = useState<number | null>(null)
  const [because, setBecause] = useState<(typeof lossReasons)[number] | ''>('')
  const [bestBefore, setBestBefore] = useState<string | null>(null)
  const lossGrams = toGrams(lossKg)
  const packs = grams !== null && count !== null ? [{ grams, count }] : []
  const from = [...taken].map(([lotId, one]) => ({ lotId, grams: one }))
  const submit = () =>
    onPack({
      lots: from.filter((lot) => lot.grams > 0),
      packs,
      lossGrams,
      lossBecause: lossGrams === 0 || because === '' ? null : because,
      bestBefore: packs.length === 0 ? null : bestBefore,
    })
  return (
    <Form onSubmit={submit}>
      {lots.map(({ lotId, number, crop, growerName, plotLabel, leftGrams, grams: all }) => (
        <NumberField
          key={lotId}
          label={`${crop} · ${t('take', { number })}`}
          hint={`${t('of', { grower: growerName ?? '', plot: plotLabel ?? '' })} · ${t('left', {
            left: format.weight(leftGrams),
            kg: format.weight(all),
          })}`}
          unit={t('kg')}
          value={null}
          onChange={(kg) => setTaken(new Map([...taken, [lotId, toGrams(kg)]]))}
        />
      ))}
      <NumberField
        label={t('packGrams')}
        unit={t('kg')}
        value={grams === null ? null : grams / 1000}
        onChange={(kg) => setGrams(kg === null ? null : toGrams(kg))}
      />
      <NumberField label={t('packCount')} whole value={count} onChange={setCount} />
      <NumberField label={t('loss')} unit={t('kg')} value={lossKg} onChange={setLossKg} />
      <SelectField
        label={t('lossBecause')}
        placeholder={t('noLoss')}
        value={because}
        options={lossReasons.map((one) => ({ value: one, label: t(one) }))}
        onChange={setBecause}
      />
      <DateField label={t('bestBefore')} value={bestBefore} onChange={setBestBefore} />
      <Balance lots={from} packs={packs} lossGrams={lossGrams} />
      <ProblemNotice error={error} />
      <Button submit wide busy={isBusy}>
        {t('pack')}
      </Button>
    </Form>
  )
}

/** What goes in beside what comes out, as the server will weigh it. */
function Balance(masses: Parameters<typeof massAppeared>[0]) {
  const t = useT(packsMessages)
  const format = useFormat()
  const kg = (grams: number) => format.weight(grams)
  const into = masses.lots.reduce((sum, { grams }) => sum + grams, 0)
  if (into === 0) return null
  const off = massAppeared(masses)
  const out = into + off - masses.lossGrams
  return (
    <Notice kind={off === 0 ? 'done' : 'waiting'}>
      {t('balance', { into: kg(into), out: kg(out), loss: kg(masses.lossGrams) })}
      <br />
      <strong>{off === 0 ? t('balances') : t('balanceOff', { off: kg(Math.abs(off)) })}</strong>
    </Notice>
  )
}
