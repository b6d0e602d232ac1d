import type { RuleItem, StageName } from '@azalea/scoring'
import type { ReactNode } from 'react'
import { useT } from '../../../ui/i18n.ts'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { Segmented } from '../../../ui/segmented.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { CircumstanceFields } from './circumstance-fields.tsx'
import {
  measuresOf,
  stageOf,
  unitOf,
  usualStage,
  withoutStage,
  withRounding,
  withStage,
  type SpecOf,
} from './edit-item.ts'
import { AmountField, NeededAmount, Part, ScoreTable } from './editor-parts.tsx'
import { editorMessages } from './messages.ts'

interface Editing {
  item: RuleItem
  onChange: (item: RuleItem) => void
}
/** A step of the item with its own fields. */
interface StageEditing<Name extends StageName> {
  spec: SpecOf<Name>
  onSpec: (spec: SpecOf<Name>) => void
}

/** Every step of the calibration, in its order: taken or not, and how much it does. */
export function StageFields({ item, onChange }: Editing) {
  const t = useT(editorMessages)
  const step = { item, onChange }
  return (
    <Part title={t('partStages')} hint={t('stagesHint')}>
      <CreditField item={item} onChange={onChange} />
      <Step
        {...step}
        name="circumstances"
        fields={(editing) => <CircumstanceFields {...editing} />}
      />
      <Step {...step} name="leader_score" fields={(editing) => <Scores {...editing} />} />
      <Step {...step} name="spot_check" fields={(editing) => <SpotCheck {...editing} />} />
      <Step {...step} name="passers_by" fields={(editing) => <PassersBy {...editing} />} />
      <Step {...step} name="upheld_reports" fields={(editing) => <UpheldReports {...editing} />} />
      {item.kind === 'deduction' && (
        <Step {...step} name="repeat" fields={(editing) => <Repeat {...editing} />} />
      )}
      <Step
        {...step}
        name="only_highest"
        fields={() => <GroupField item={item} onChange={onChange} />}
      />
      <Step
        {...step}
        name="rounding"
        fields={({ spec }) => (
          <Rounding spec={spec} onSpec={(changed) => onChange(withRounding(item, changed))} />
        )}
      />
    </Part>
  )
}

function Step<Name extends StageName>({
  item,
  onChange,
  name,
  fields,
}: Editing & {
  name: Name & Exclude<StageName, 'base' | 'cap'>
  fields: (editing: StageEditing<Name>) => ReactNode
}) {
  const t = useT(editorMessages)
  const spec = stageOf<Name>(item, name)
  const leave = () => {
    const { exclusiveGroup: _, ...ungrouped } = item
    onChange(withoutStage(name === 'only_highest' ? ungrouped : item, name))
  }
  return (
    <div className="editor-stage">
      <Checkbox
        label={t(`stage_${name}`)}
        checked={spec !== undefined}
        onChange={(on) => (on ? onChange(withStage(item, usualStage(name))) : leave())}
      />
      {spec !== undefined && (
        <div className="editor-stage__fields">
          {fields({ spec, onSpec: (changed) => onChange(withStage(item, changed)) })}
        </div>
      )}
    </div>
  )
}

/** The longest that one deed counts: consecutive hours, kilos at once. */
function CreditField({ item, onChange }: Editing) {
  const t = useT(editorMessages)
  const unit = unitOf(item)
  const base = stageOf(item, 'base')
  return (
    <AmountField
      label={t('creditAtMost')}
      optional
      unit={t(`unit_${unit ?? 'time'}`)}
      per={measuresOf(item)}
      value={base?.creditAtMostQuantity}
      onChange={(quantity) =>
        onChange(
          withStage(item, {
            stage: 'base',
            ...(quantity === undefined ? {} : { creditAtMostQuantity: quantity }),
          }),
        )
      }
    />
  )
}

function Scores({ spec, onSpec }: StageEditing<'leader_score'>) {
  return (
    <ScoreTable
      table={spec.permilleByScore}
      onChange={(permilleByScore) => onSpec({ ...spec, permilleByScore })}
    />
  )
}

function SpotCheck({ spec, onSpec }: StageEditing<'spot_check'>) {
  const t = useT(editorMessages)
  return (
    <>
      <ScoreTable
        table={spec.permilleByScore}
        onChange={(permilleByScore) => onSpec({ ...spec, permilleByScore })}
      />
      <NeededAmount
        label={t('weight')}
        unit={t('percent')}
        per={10}
        value={spec.weightPermille}
        onChange={(weightPermille) => onSpec({ ...spec, weightPermille })}
      />
    </>
  )
}

function PassersBy({ spec, onSpec }: StageEditing<'passers_by'>) {
  const t = useT(editorMessages)
  return (
    <>
      <ScoreTable
        table={spec.permilleByScore}
        onChange={(permilleByScore) => onSpec({ ...spec, permilleByScore })}
      />
      <NeededAmount
        label={t('atLeastRatings')}
        unit={t('people')}
        per={1}
        value={spec.atLeastRatings}
        onChange={(atLeastRatings) => onSpec({ ...spec, atLeastRatings })}
      />
    </>
  )
}

function UpheldReports({ spec, onSpec }: StageEditing<'upheld_reports'>) {
  const t = useT(editorMessages)
  return (
    <NeededAmount
      label={t('lessEach')}
      unit={t('percent')}
      per={10}
      value={spec.lessPermilleEach}
      onChange={(lessPermilleEach) => onSpec({ ...spec, lessPermilleEach })}
    />
  )
}

function Repeat({ spec, onSpec }: StageEditing<'repeat'>) {
  const t = useT(editorMessages)
  return (
    <NeededAmount
      label={t('factor')}
      unit={t('percent')}
      per={10}
      value={spec.factorPermille}
      onChange={(factorPermille) => onSpec({ ...spec, factorPermille })}
    />
  )
}

function GroupField({ item, onChange }: Editing) {
  const t = useT(editorMessages)
  return (
    <TextField
      label={t('group')}
      hint={t('groupHint')}
      optional
      value={item.exclusiveGroup ?? ''}
      onChange={(group) => {
        const { exclusiveGroup: _, ...rest } = item
        onChange(group === '' ? rest : { ...rest, exclusiveGroup: group })
      }}
    />
  )
}

function Rounding({ spec, onSpec }: StageEditing<'rounding'>) {
  const t = useT(editorMessages)
  const modes = ['toward_zero', 'half_away_from_zero'] as const
  return (
    <>
      <NeededAmount
        label={t('roundTo')}
        unit={t('pointsUnit')}
        per={100}
        value={spec.toHundredths}
        onChange={(toHundredths) => onSpec({ ...spec, toHundredths })}
      />
      <Segmented
        label={t('roundMode')}
        options={modes.map((value) => ({ value, label: t(`mode_${value}`) }))}
        value={spec.mode}
        onChange={(mode) => onSpec({ ...spec, mode })}
      />
    </>
  )
}
