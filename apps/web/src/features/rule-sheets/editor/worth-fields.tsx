import {
  QUANTITY_PER_UNIT,
  type BasePoints,
  type QuantityUnit,
  type RuleItem,
} from '@azalea/scoring'
import { useT } from '../../../ui/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { Segmented } from '../../../ui/segmented.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { measuresOf, unitOf, withBaseKind, withUnit } from './edit-item.ts'
import { NeededAmount, Part } from './editor-parts.tsx'
import { editorMessages } from './messages.ts'

interface Editing {
  item: RuleItem
  onChange: (item: RuleItem) => void
}
type BaseOf<Kind extends BasePoints['kind']> = Extract<BasePoints, { kind: Kind }>

const kinds = ['fixed', 'per_unit', 'bands'] as const
const units = Object.keys(QUANTITY_PER_UNIT) as QuantityUnit[]
const spans = ['each', 'day', 'month', 'quarter', 'year', 'lifetime'] as const
const scopes = ['person', 'household'] as const

/** How a deed becomes points before anybody judges it. */
export function WorthFields({ item, onChange }: Editing) {
  const t = useT(editorMessages)
  const { base } = item
  return (
    <Part title={t('partWorth')}>
      <Segmented
        label={t('baseKind')}
        options={kinds.map((value) => ({ value, label: t(`base_${value}`) }))}
        value={base.kind}
        onChange={(kind) => onChange(withBaseKind(item, kind))}
      />
      {base.kind === 'bands' ? (
        <BandsFields item={item} base={base} onChange={onChange} />
      ) : (
        <div className="editor-fields">
          <NeededAmount
            label={t('points')}
            unit={t('pointsUnit')}
            per={100}
            value={base.pointsHundredths}
            onChange={(pointsHundredths) =>
              onChange({ ...item, base: { ...base, pointsHundredths } })
            }
          />
          {base.kind === 'per_unit' && (
            <PerUnitFields item={item} base={base} onChange={onChange} />
          )}
        </div>
      )}
      {base.kind === 'per_unit' && (
        <Checkbox
          label={t('wholeOnly')}
          hint={t('wholeOnlyHint')}
          checked={base.partUnits === 'whole_only'}
          onChange={(whole) =>
            onChange({ ...item, base: { ...base, partUnits: whole ? 'whole_only' : 'pro_rata' } })
          }
        />
      )}
    </Part>
  )
}

function UnitField({ item, onChange }: Editing) {
  const t = useT(editorMessages)
  return (
    <SelectField
      label={t('unit')}
      options={units.map((value) => ({ value, label: t(`unit_${value}`) }))}
      value={unitOf(item) ?? ''}
      onChange={(unit) => onChange(withUnit(item, unit))}
    />
  )
}

function PerUnitFields({ item, base, onChange }: Editing & { base: BaseOf<'per_unit'> }) {
  const t = useT(editorMessages)
  return (
    <>
      <UnitField item={item} onChange={onChange} />
      <NeededAmount
        label={t('perUnits')}
        unit={t(`unit_${base.unit}`)}
        per={1}
        value={base.perUnits}
        onChange={(perUnits) => onChange({ ...item, base: { ...base, perUnits } })}
      />
    </>
  )
}

function BandsFields({ item, base, onChange }: Editing & { base: BaseOf<'bands'> }) {
  const t = useT(editorMessages)
  const change = (part: Partial<BaseOf<'bands'>>) =>
    onChange({ ...item, base: { ...base, ...part } })
  return (
    <>
      <div className="editor-fields">
        <UnitField item={item} onChange={onChange} />
        <SelectField
          label={t('bandsOver')}
          options={spans.map((value) => ({ value, label: t(`over_${value}`) }))}
          value={base.over}
          onChange={(over) => change({ over })}
        />
        <SelectField
          label={t('scope')}
          options={scopes.map((value) => ({ value, label: t(`scope_${value}`) }))}
          value={base.scope}
          onChange={(scope) => change({ scope })}
        />
      </div>
      {base.bands.map((_, index) => (
        <BandFields key={index} item={item} base={base} index={index} onChange={change} />
      ))}
      <div>
        <Button onClick={() => change({ bands: [...base.bands, nextBand(item, base)] })}>
          {t('addBand')}
        </Button>
      </div>
    </>
  )
}

function BandFields({
  item,
  base: { bands, unit },
  index,
  onChange,
}: {
  item: RuleItem
  base: BaseOf<'bands'>
  index: number
  onChange: (part: Partial<BaseOf<'bands'>>) => void
}) {
  const t = useT(editorMessages)
  const band = bands[index]
  if (band === undefined) return null
  const change = (part: Partial<typeof band>) =>
    onChange({ bands: bands.map((one, at) => (at === index ? { ...one, ...part } : one)) })
  return (
    <div className="editor-line">
      <div className="editor-fields">
        <NeededAmount
          label={t('bandFrom')}
          unit={t(`unit_${unit}`)}
          per={measuresOf(item)}
          value={band.fromQuantity}
          onChange={(fromQuantity) => change({ fromQuantity })}
        />
        <NeededAmount
          label={t('bandTotal')}
          unit={t('pointsUnit')}
          per={100}
          value={band.totalHundredths}
          onChange={(totalHundredths) => change({ totalHundredths })}
        />
      </div>
      {bands.length > 1 && (
        <div>
          <Button
            kind="quiet"
            onClick={() => onChange({ bands: bands.filter((_, at) => at !== index) })}
          >
            {t('removeBand', { no: index + 1 })}
          </Button>
        </div>
      )}
    </div>
  )
}

/** One more unit and one more point than the last, under a reference that none of them has. */
function nextBand(item: RuleItem, { bands }: BaseOf<'bands'>): BaseOf<'bands'>['bands'][number] {
  const last = bands.at(-1)
  let no = bands.length + 1
  while (bands.some(({ ref }) => ref === `${item.ref}-${no}`)) no += 1
  return {
    ref: `${item.ref}-${no}`,
    fromQuantity: (last?.fromQuantity ?? 0) + measuresOf(item),
    totalHundredths: (last?.totalHundredths ?? 0) + 100,
  }
}
