import { useState } from 'react'
import { post } from '../../app/api.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { Section } from '../../ui/page.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { planDeskMessages } from './desk-messages.ts'
import { planMessages } from './messages.ts'
import { cancelReasons, useAmount, type Crop, type PlannedPlot, type Planting } from './plan.ts'
import { SowingFields, sownOf, type Sowing } from './sowing-fields.tsx'

const tones = { planned: 'waiting', sown: 'done', harvested: 'past' } as const

interface Asking {
  readonly what: 'cancel' | 'change'
  readonly plot: PlannedPlot
  readonly planting: Planting
}
interface Row {
  readonly plot: PlannedPlot
  readonly planting: Planting | null
}

/** Each plot with what is planned there; what nobody has begun can be changed, what is not harvested cancelled. */
export function PlotPlans({
  plots,
  crops,
}: {
  plots: readonly PlannedPlot[]
  crops: readonly Crop[]
}) {
  const t = useT(planDeskMessages)
  const [asking, setAsking] = useState<Asking | null>(null)
  const close = () => setAsking(null)
  const unleased = plots.filter((plot) => plot.plantings.length === 0 && !plot.canPlan.ok)
  return (
    <Section title={t('plots')}>
      <PlanTable plots={plots} onAsk={setAsking} />
      {unleased.length > 0 && <p className="soft">{t('unleased', { count: unleased.length })}</p>}
      <Dialog
        open={asking !== null}
        onClose={close}
        title={
          asking === null
            ? ''
            : t(`${asking.what}Title`, {
                plot: asking.plot.label,
                crop: asking.planting.cropName,
              })
        }
      >
        {asking?.what === 'cancel' && <Cancel planting={asking.planting} onDone={close} />}
        {asking?.what === 'change' && (
          <Change planting={asking.planting} crops={crops} onDone={close} />
        )}
      </Dialog>
    </Section>
  )
}

/** A planting a line; what is leased without any stands there as empty. */
function PlanTable({
  plots,
  onAsk,
}: {
  plots: readonly PlannedPlot[]
  onAsk: (asking: Asking) => void
}) {
  const t = useT(planDeskMessages)
  const format = useFormat()
  const amount = useAmount()
  const rows = plots.flatMap((plot): Row[] => {
    if (plot.plantings.length > 0) return plot.plantings.map((planting) => ({ plot, planting }))
    return plot.canPlan.ok ? [{ plot, planting: null }] : []
  })
  if (rows.length === 0) return null
  return (
    <DataTable
      caption={t('plots')}
      rows={rows}
      rowKey={({ plot, planting }) => planting?.plantingId ?? plot.plotId}
      columns={[
        { key: 'plot', title: t('plot'), cell: ({ plot }) => plot.label },
        { key: 'grower', title: t('grower'), cell: ({ plot }) => plot.holderName ?? '' },
        {
          key: 'crop',
          title: t('crop'),
          cell: ({ planting }) =>
            planting?.cropName ?? <span className="soft">{t('nothing')}</span>,
        },
        {
          key: 'sow',
          title: t('sow'),
          cell: ({ planting }) => planting && format.days(planting.sowFrom, planting.sowTo),
        },
        {
          key: 'harvest',
          title: t('harvest'),
          cell: ({ planting }) => planting && format.days(planting.harvestFrom, planting.harvestTo),
        },
        {
          key: 'expected',
          title: t('expected'),
          numeric: true,
          cell: ({ planting }) =>
            planting && amount(planting.expectedGrams, planting.unit, planting.pieceGrams),
        },
        {
          key: 'state',
          title: t('state'),
          cell: ({ planting }) =>
            planting && (
              <StateBadge tone={tones[planting.state]}>{t(`state_${planting.state}`)}</StateBadge>
            ),
        },
        {
          key: 'change',
          title: t('change'),
          cell: ({ plot, planting }) =>
            planting && plot.canPlan.ok && <Changes {...{ plot, planting, onAsk }} />,
        },
      ]}
    />
  )
}

function Changes({
  plot,
  planting,
  onAsk,
}: Omit<Asking, 'what'> & { onAsk: (asking: Asking) => void }) {
  const t = useT(planDeskMessages)
  if (planting.state === 'harvested') return null
  const choices =
    planting.state === 'planned' ? (['change', 'cancel'] as const) : (['cancel'] as const)
  return (
    <ButtonRow>
      {choices.map((what) => (
        <Button
          key={what}
          kind="quiet"
          label={`${t(what)} ${plot.label}`}
          onClick={() => onAsk({ what, plot, planting })}
        >
          {t(what)}
        </Button>
      ))}
    </ButtonRow>
  )
}

function Cancel({ planting, onDone }: { planting: Planting; onDone: () => void }) {
  const t = useT(planDeskMessages)
  const words = useT(planMessages)
  const [because, setBecause] = useState<(typeof cancelReasons)[number] | ''>('')
  const [isAsked, setAsked] = useState(false)
  const cancel = useCommand(
    (reason: (typeof cancelReasons)[number], idempotencyKey) =>
      post(
        '/api/plantings/{id}/cancel',
        { id: planting.plantingId },
        { because: reason },
        { idempotencyKey },
      ),
    onDone,
  )
  const submit = () => {
    setAsked(true)
    if (because !== '') cancel.mutate(because)
  }
  return (
    <Form onSubmit={submit}>
      <SelectField
        label={t('because')}
        placeholder={t('choose')}
        error={isAsked && because === '' ? t('missing') : undefined}
        value={because}
        options={cancelReasons.map((value) => ({ value, label: words(`because_${value}`) }))}
        onChange={setBecause}
      />
      <ProblemNotice error={cancel.error} />
      <Button kind="primary" submit busy={cancel.isPending}>
        {t('cancel')}
      </Button>
      <Button onClick={onDone}>{t('keep')}</Button>
    </Form>
  )
}

function Change({
  planting,
  crops,
  onDone,
}: {
  planting: Planting
  crops: readonly Crop[]
  onDone: () => void
}) {
  const t = useT(planDeskMessages)
  const [sowing, setSowing] = useState<Sowing>(planting)
  const [isAsked, setAsked] = useState(false)
  const change = useCommand(
    (sown: NonNullable<ReturnType<typeof sownOf>>, idempotencyKey) =>
      post('/api/plantings/{id}/change', { id: planting.plantingId }, sown, { idempotencyKey }),
    onDone,
  )
  const submit = () => {
    setAsked(true)
    const sown = sownOf(
      sowing,
      crops.find(({ cropId }) => cropId === sowing.cropId),
    )
    if (sown !== null) change.mutate(sown)
  }
  return (
    <Form onSubmit={submit}>
      <SowingFields
        value={sowing}
        crops={crops}
        isAsked={isAsked}
        onChange={(part) => setSowing((before) => ({ ...before, ...part }))}
      />
      <ProblemNotice error={change.error} />
      <Button kind="primary" submit busy={change.isPending}>
        {t('save')}
      </Button>
    </Form>
  )
}
