import type { Result } from '@azalea/client'
import { useState } from 'react'
import { post } from '../../app/api.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { planDeskMessages } from './desk-messages.ts'
import { useAmount, type Board, type Crop, type PlannedPlot } from './plan.ts'
import { noSowing, SowingFields, sownOf, type Sowing } from './sowing-fields.tsx'
import './plan.css'

type Preview = Result<'/api/plantings/preview', 'post'>
interface Asked {
  growingSeasonId: string
  plantings: { plotId: string; cropId: string; sowFrom: string; sowTo: string; heads?: number }[]
}

/** Plans one crop for many plots: first what would come of it, then one command. */
export function PlanForm({
  season,
  plots,
  crops,
}: {
  season: NonNullable<Board['season']>
  plots: readonly PlannedPlot[]
  crops: readonly Crop[]
}) {
  const t = useT(planDeskMessages)
  const [sowing, setSowing] = useState<Sowing>(noSowing)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [isAsked, setAsked] = useState(false)
  const crop = crops.find(({ cropId }) => cropId === sowing.cropId)
  const fitting = plots.filter(({ isFlock }) => !crop || isFlock === (crop.kind === 'flock'))
  const picked = fitting.filter(({ plotId }) => chosen.has(plotId))
  const { preview, plan } = usePlan(() => {
    setChosen(new Set())
    setAsked(false)
  })
  const anew = () => {
    preview.reset()
    plan.reset()
  }
  const send = (how: typeof preview | typeof plan) => {
    setAsked(true)
    const sown = sownOf(sowing, crop)
    if (sown === null || picked.length === 0) return
    const plantings = picked.map(({ plotId }) => ({ plotId, ...sown }))
    how.mutate({ growingSeasonId: season.growingSeasonId, plantings })
  }
  return (
    <Section title={t('plan')}>
      <p className="soft">{t('lead')}</p>
      {plan.isSuccess && <Notice kind="done">{t('planned')}</Notice>}
      <Form onSubmit={() => send(preview)}>
        <SowingFields
          value={sowing}
          crops={crops}
          isAsked={isAsked}
          onChange={(part) => {
            setSowing((before) => ({ ...before, ...part }))
            anew()
          }}
        />
        <PlotChoice
          plots={fitting}
          chosen={chosen}
          onChoose={(next) => {
            setChosen(next)
            anew()
          }}
        />
        {isAsked && picked.length === 0 && <Notice kind="wrong">{t('choosePlots')}</Notice>}
        <ProblemNotice error={preview.error ?? plan.error} />
        <Button submit busy={preview.isPending}>
          {t('preview')}
        </Button>
      </Form>
      {preview.data !== undefined && crop !== undefined && (
        <Previewed
          preview={preview.data}
          crop={crop}
          busy={plan.isPending}
          onPlan={() => send(plan)}
        />
      )}
    </Section>
  )
}

/** What would come of a plan, and the plan. */
function usePlan(onPlanned: () => void) {
  const preview = useCommand((asked: Asked, idempotencyKey) =>
    post('/api/plantings/preview', {}, asked, { idempotencyKey }),
  )
  const plan = useCommand(
    (asked: Asked, idempotencyKey) => post('/api/plantings', {}, asked, { idempotencyKey }),
    () => {
      preview.reset()
      onPlanned()
    },
  )
  return { preview, plan }
}

function PlotChoice({
  plots,
  chosen,
  onChoose,
}: {
  plots: readonly PlannedPlot[]
  chosen: ReadonlySet<string>
  onChoose: (chosen: ReadonlySet<string>) => void
}) {
  const t = useT(planDeskMessages)
  const toggle = (plotId: string, isChosen: boolean) => {
    const next = new Set(chosen)
    if (isChosen) next.add(plotId)
    else next.delete(plotId)
    onChoose(next)
  }
  const count = plots.filter(({ plotId }) => chosen.has(plotId)).length
  return (
    <fieldset className="plot-choice">
      <legend className="field__label">{t('choosePlots')}</legend>
      <ButtonRow>
        <Button onClick={() => onChoose(new Set(plots.map(({ plotId }) => plotId)))}>
          {t('all')}
        </Button>
        <Button onClick={() => onChoose(new Set())}>{t('clear')}</Button>
      </ButtonRow>
      <output className="soft">{t('chosen', { count })}</output>
      <div className="plot-choice__plots">
        {plots.map(({ plotId, label, holderName }) => (
          <Checkbox
            key={plotId}
            label={label}
            {...(holderName === null ? {} : { hint: t('holder', { name: holderName }) })}
            checked={chosen.has(plotId)}
            onChange={(isChosen) => toggle(plotId, isChosen)}
          />
        ))}
      </div>
    </fieldset>
  )
}

function Previewed({
  preview,
  crop,
  busy,
  onPlan,
}: {
  preview: Preview
  crop: Crop
  busy: boolean
  onPlan: () => void
}) {
  const t = useT(planDeskMessages)
  const format = useFormat()
  const amount = useAmount()
  const say = (grams: number) => amount(grams, crop.unit, crop.pieceGrams)
  return (
    <Section title={t('previewTitle')}>
      <p>{t('previewTotal', { amount: say(preview.expectedGrams) })}</p>
      <DataTable
        caption={t('previewTitle')}
        rows={preview.plantings}
        rowKey={({ plotId }) => plotId}
        columns={[
          { key: 'plot', title: t('plot'), cell: ({ label }) => label },
          { key: 'problem', title: t('problem'), cell: ({ problem }) => problem ?? t('fine') },
          {
            key: 'sow',
            title: t('sow'),
            cell: ({ sowFrom, sowTo }) => format.days(sowFrom, sowTo),
          },
          {
            key: 'harvest',
            title: t('harvest'),
            cell: ({ harvestFrom, harvestTo }) => format.days(harvestFrom, harvestTo),
          },
          {
            key: 'expected',
            title: t('expected'),
            cell: ({ expectedGrams }) => say(expectedGrams),
            numeric: true,
          },
          {
            key: 'tasks',
            title: t('taskCount'),
            cell: ({ tasks }) => String(tasks),
            numeric: true,
          },
        ]}
      />
      {preview.isPossible ? (
        <Button kind="primary" wide busy={busy} onClick={onPlan}>
          {t('planMany', { count: preview.plantings.length })}
        </Button>
      ) : (
        <Notice kind="wrong">{t('impossible')}</Notice>
      )}
    </Section>
  )
}
