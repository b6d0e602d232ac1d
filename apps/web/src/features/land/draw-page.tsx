import type { Body } from '@azalea/client'
import { Suspense, useState } from 'react'
import { post } from '../../app/api.ts'
import { PersonChoice, type ChosenPerson } from '../../app/person-choice.tsx'
import { useAnswer } from '../../app/use-answer.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button, ButtonRow, LinkButton } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Finished } from '../../ui/finished.tsx'
import { Form } from '../../ui/form.tsx'
import { useT } from '../../ui/i18n.ts'
import { lazyPage } from '../../ui/lazy-page.tsx'
import { Notice } from '../../ui/notice.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Page } from '../../ui/page.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { landKinds, soils, squareMetresOf, useArea } from './land.ts'
import { landMessages } from './messages.ts'

const PlotMap = lazyPage(() => import('./plot-map.tsx').then((m) => m.PlotMap))
const LEAST_CORNERS = 3

interface Draft {
  kind: (typeof landKinds)[number]
  /** Somebody of the household whose own land it is. */
  keeper: ChosenPerson | null
  label: string
  mu: number | null
  soil: (typeof soils)[number] | ''
  water: string
}

const empty: Draft = { kind: 'plot', keeper: null, label: '', mu: null, soil: '', water: '' }

/** A plot drawn with the finger, corner by corner. */
export function DrawPage() {
  const t = useT(landMessages)
  const area = useArea()
  const land = useAnswer('/api/plots')
  const [corners, setCorners] = useState<readonly number[]>([])
  const [draft, setDraft] = useState(empty)
  const draw = useCommand((plots: Body<'/api/plots'>['plots'], idempotencyKey) =>
    post('/api/plots', {}, { plots }, { idempotencyKey }),
  )
  const again = () => {
    draw.reset()
    setCorners([])
    setDraft(empty)
  }
  const label = draft.label.trim()
  const found = land.data?.plots.find((plot) => plot.label === label)
  if (draw.isSuccess)
    return (
      <Page title={t('draw')} back="/workbench/plots">
        <Finished
          words={t('drawn', {
            label,
            area: found === undefined ? '' : area(found.areaSquareMetres),
          })}
          next={<LinkButton to="/workbench/plots">{t('toMap')}</LinkButton>}
          more={{ label: t('drawMore'), onMore: again }}
        />
      </Page>
    )
  return (
    <Page title={t('draw')} lead={t('drawHint')} back="/workbench/plots">
      <Suspense fallback={<Skeleton count={4} />}>
        <PlotMap
          label={t('map')}
          plots={land.data?.plots ?? noPlots}
          tiles={land.data?.tiles ?? null}
          corners={corners}
          onCorner={(east, north) => setCorners((before) => [...before, east, north])}
        />
      </Suspense>
      <ButtonRow>
        <Button onClick={() => setCorners((before) => before.slice(0, -2))}>{t('undo')}</Button>
        <Button onClick={() => setCorners([])}>{t('clear')}</Button>
      </ButtonRow>
      <PlotForm
        draft={draft}
        isRing={corners.length >= 2 * LEAST_CORNERS}
        busy={draw.isPending}
        error={draw.error}
        onChange={(part) => setDraft((before) => ({ ...before, ...part }))}
        onDraw={() => draw.mutate([drawnOf(draft, corners)])}
      />
    </Page>
  )
}

function PlotForm({
  draft,
  isRing,
  busy,
  error,
  onChange,
  onDraw,
}: {
  draft: Draft
  isRing: boolean
  busy: boolean
  error: Error | null
  onChange: (part: Partial<Draft>) => void
  onDraw: () => void
}) {
  const t = useT(landMessages)
  const [isAsked, setAsked] = useState(false)
  const { kind, keeper, label, mu, soil, water } = draft
  return (
    <Form
      onSubmit={() => {
        setAsked(true)
        const isWhole = label.trim() !== '' && (kind === 'plot' || keeper !== null)
        if (isRing && isWhole) onDraw()
      }}
    >
      {isAsked && !isRing && <Notice kind="wrong">{t('cornersMissing')}</Notice>}
      <WhoseLand draft={draft} isAsked={isAsked} onChange={onChange} />
      <TextField
        label={t('label')}
        hint={t(kind === 'plot' ? 'labelHint' : 'labelOwnHint')}
        error={isAsked && label.trim() === '' ? t('missing') : undefined}
        value={label}
        onChange={(typed) => onChange({ label: typed })}
      />
      <NumberField
        label={t('stated')}
        unit={t('mu')}
        optional
        value={mu}
        onChange={(typed) => onChange({ mu: typed })}
      />
      <SelectField
        label={t('soil')}
        optional
        placeholder={t('soilUnknown')}
        value={soil}
        options={soils.map((value) => ({ value, label: t(`soil_${value}`) }))}
        onChange={(chosen) => onChange({ soil: chosen })}
      />
      <TextField
        label={t('water')}
        optional
        value={water}
        onChange={(typed) => onChange({ water: typed })}
      />
      <ProblemNotice error={error} />
      <Button kind="primary" submit wide busy={busy}>
        {t('drawSave')}
      </Button>
    </Form>
  )
}

/** The collective's, or a household's own: then of which. */
function WhoseLand({
  draft: { kind, keeper },
  isAsked,
  onChange,
}: {
  draft: Draft
  isAsked: boolean
  onChange: (part: Partial<Draft>) => void
}) {
  const t = useT(landMessages)
  return (
    <>
      <SelectField
        label={t('whatLand')}
        value={kind}
        options={landKinds.map((value) => ({ value, label: t(`land_${value}`) }))}
        onChange={(chosen) => onChange({ kind: chosen })}
      />
      {kind !== 'plot' && (
        <PersonChoice
          label={t('keeper')}
          error={isAsked && keeper === null ? t('missing') : undefined}
          value={keeper}
          onChange={(chosen) => onChange({ keeper: chosen })}
        />
      )}
    </>
  )
}

function drawnOf({ kind, keeper, label, mu, soil, water }: Draft, corners: readonly number[]) {
  return {
    label: label.trim(),
    kind,
    ...(kind === 'plot' || keeper === null
      ? { tenure: 'collective' as const }
      : { tenure: 'household' as const, keeperHouseholdId: keeper.householdId }),
    ring: [...corners],
    ...(mu === null ? {} : { statedSquareMetres: squareMetresOf(mu) }),
    ...(soil === '' ? {} : { soil }),
    ...(water.trim() === '' ? {} : { water: water.trim() }),
  }
}

const noPlots: readonly [] = []
