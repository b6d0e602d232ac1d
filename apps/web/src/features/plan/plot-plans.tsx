import { useState } from 'react'
import { post } from '../../app/api.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
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

/** Each plot with what is planned there; what nobody has begun can be changed, what is not harvested cancelled. */
export function PlotPlans({
  plots,
  crops,
}: {
  plots: readonly PlannedPlot[]
  crops: readonly Crop[]
}) {
  const t = useT(planDeskMessages)
  const [asking, setAsking] = useState<{
    what: 'cancel' | 'change'
    plot: PlannedPlot
    planting: Planting
  } | null>(null)
  const close = () => setAsking(null)
  return (
    <Section title={t('plots')}>
      <ul className="list" aria-label={t('plots')}>
        {plots.map((plot) => (
          <li key={plot.plotId} className="stack stack--tight list__item">
            <h3>{plot.label}</h3>
            {plot.holderName !== null && (
              <p className="soft">{t('holder', { name: plot.holderName })}</p>
            )}
            {plot.plantings.length === 0 && (
              <p className="soft">{plot.canPlan.sentence ?? t('nothing')}</p>
            )}
            {plot.plantings.map((planting) => (
              <PlantingLine
                key={planting.plantingId}
                planting={planting}
                label={plot.label}
                canPlan={plot.canPlan.ok}
                onAsk={(what) => setAsking({ what, plot, planting })}
              />
            ))}
          </li>
        ))}
      </ul>
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

function PlantingLine({
  planting,
  label,
  canPlan,
  onAsk,
}: {
  planting: Planting
  label: string
  canPlan: boolean
  onAsk: (what: 'cancel' | 'change') => void
}) {
  const t = useT(planDeskMessages)
  const format = useFormat()
  const amount = useAmount()
  const { cropName, state, sowFrom, sowTo, harvestFrom, harvestTo } = planting
  const span = (from: string, to: string) =>
    t('span', { from: format.day(from), to: format.day(to) })
  return (
    <div className="stack stack--tight">
      <p>
        <strong>{cropName}</strong>{' '}
        {amount(planting.expectedGrams, planting.unit, planting.pieceGrams)}{' '}
        <StateBadge tone={tones[state]}>{t(`state_${state}`)}</StateBadge>
      </p>
      <p className="soft">
        {t('sow')} {span(sowFrom, sowTo)} · {t('harvest')} {span(harvestFrom, harvestTo)}
      </p>
      {canPlan && state !== 'harvested' && (
        <ButtonRow>
          {state === 'planned' && (
            <Button label={`${t('change')} ${label}`} onClick={() => onAsk('change')}>
              {t('change')}
            </Button>
          )}
          <Button label={`${t('cancel')} ${label}`} onClick={() => onAsk('cancel')}>
            {t('cancel')}
          </Button>
        </ButtonRow>
      )}
    </div>
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
