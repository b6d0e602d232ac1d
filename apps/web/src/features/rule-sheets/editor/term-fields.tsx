import type { Expiry, Repair, RuleItem } from '@azalea/scoring'
import { useT } from '../../../ui/i18n.ts'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { AmountField, NeededAmount, Part } from './editor-parts.tsx'
import { editorMessages } from './messages.ts'

interface Editing {
  item: RuleItem
  onChange: (item: RuleItem) => void
}

/** How long it is on notice, who sees it, how long it counts, and how a deduction is made good. */
export function TermFields({ item, onChange }: Editing) {
  const t = useT(editorMessages)
  // A deduction is never published with a name.
  const publicities = (['named_with_consent', 'masked', 'totals_only', 'private'] as const).filter(
    (value) => item.kind === 'merit' || value !== 'named_with_consent',
  )
  return (
    <Part title={t('partTerm')}>
      <NeededAmount
        label={t('noticeDays')}
        unit={t('days')}
        per={1}
        value={item.noticeDays}
        onChange={(noticeDays) => onChange({ ...item, noticeDays })}
      />
      <SelectField
        label={t('publicity')}
        options={publicities.map((value) => ({ value, label: t(`publicity_${value}`) }))}
        value={item.publicity}
        onChange={(publicity) => onChange({ ...item, publicity })}
      />
      <ExpiryFields item={item} onChange={onChange} />
      {item.kind === 'deduction' && <RepairFields item={item} onChange={onChange} />}
    </Part>
  )
}

const usualExpiry: Record<Expiry['kind'], Expiry> = {
  never: { kind: 'never' },
  after_months: { kind: 'after_months', months: 12 },
  until_mended: { kind: 'until_mended', atMostMonths: 12 },
}

function ExpiryFields({ item, onChange }: Editing) {
  const t = useT(editorMessages)
  const { expiry, kind } = item
  const kinds = (['never', 'after_months', 'until_mended'] as const).filter(
    (value) => kind === 'deduction' || value !== 'until_mended',
  )
  const change = (changed: Expiry) => onChange({ ...item, expiry: changed })
  return (
    <div className="editor-fields">
      <SelectField
        label={t('expiry')}
        options={kinds.map((value) => ({ value, label: t(`expiry_${value}`) }))}
        value={expiry.kind}
        onChange={(chosen) => change(usualExpiry[chosen])}
      />
      {expiry.kind === 'after_months' && (
        <NeededAmount
          label={t('expiryMonths')}
          unit={t('months')}
          per={1}
          value={expiry.months}
          onChange={(months) => change({ kind: 'after_months', months })}
        />
      )}
      {expiry.kind === 'until_mended' && (
        <AmountField
          label={t('expiryAtMost')}
          unmarked
          unit={t('months')}
          per={1}
          value={expiry.atMostMonths}
          onChange={(months) =>
            change({
              kind: 'until_mended',
              ...(months === undefined ? {} : { atMostMonths: months }),
            })
          }
        />
      )}
    </div>
  )
}

function RepairFields({ item, onChange }: Editing) {
  const t = useT(editorMessages)
  const { repair } = item
  const mending = repair.find((way) => way.by === 'mending')
  const volunteering = repair.find((way) => way.by === 'volunteering')
  const change = (one: Repair | undefined, two: Repair | undefined) =>
    onChange({ ...item, repair: [one, two].filter((way) => way !== undefined) })
  return (
    <>
      <div className="editor-stage">
        <Checkbox
          label={t('repairMending')}
          checked={mending !== undefined}
          onChange={(on) =>
            change(on ? { by: 'mending', restoresPermille: 1000 } : undefined, volunteering)
          }
        />
        {mending !== undefined && (
          <div className="editor-stage__fields">
            <NeededAmount
              label={t('restores')}
              unit={t('percent')}
              per={10}
              value={mending.restoresPermille}
              onChange={(restoresPermille) =>
                change({ ...mending, restoresPermille }, volunteering)
              }
            />
          </div>
        )}
      </div>
      <div className="editor-stage">
        <Checkbox
          label={t('repairVolunteering')}
          checked={volunteering !== undefined}
          onChange={(on) =>
            change(
              mending,
              on ? { by: 'volunteering', minutes: 120, restoresPermille: 500 } : undefined,
            )
          }
        />
        {volunteering !== undefined && (
          <div className="editor-stage__fields">
            <NeededAmount
              label={t('repairMinutes')}
              unit={t('minutes')}
              per={1}
              value={volunteering.minutes}
              onChange={(minutes) => change(mending, { ...volunteering, minutes })}
            />
            <NeededAmount
              label={t('restores')}
              unit={t('percent')}
              per={10}
              value={volunteering.restoresPermille}
              onChange={(restoresPermille) =>
                change(mending, { ...volunteering, restoresPermille })
              }
            />
          </div>
        )}
      </div>
    </>
  )
}
