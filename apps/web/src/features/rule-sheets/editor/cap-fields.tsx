import type { Cap, RuleItem } from '@azalea/scoring'
import { useT } from '../../../ui/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { withCaps } from './edit-item.ts'
import { AmountField, Part } from './editor-parts.tsx'
import { editorMessages } from './messages.ts'

const scopes = ['person', 'household'] as const
const subjects = ['item', 'category', 'source'] as const
const windows = ['day', 'month', 'quarter', 'year', 'lifetime'] as const

/** How much of it counts at most, for whom and over what time. */
export function CapFields({
  item,
  onChange,
}: {
  item: RuleItem
  onChange: (item: RuleItem) => void
}) {
  const t = useT(editorMessages)
  const { caps } = item
  const usual: Cap = { scope: 'person', of: 'item', window: 'month', atMostCount: 2 }
  return (
    <Part title={t('partCaps')} hint={t('capsHint')}>
      {caps.map((cap, index) => (
        <CapLine
          key={index}
          cap={cap}
          no={index + 1}
          onChange={(changed) =>
            onChange(
              withCaps(
                item,
                caps.map((one, at) => (at === index ? changed : one)),
              ),
            )
          }
          onRemove={() =>
            onChange(
              withCaps(
                item,
                caps.filter((_, at) => at !== index),
              ),
            )
          }
        />
      ))}
      <TextField
        label={t('source')}
        hint={t('sourceHint')}
        unmarked
        value={item.source ?? ''}
        onChange={(source) => {
          const { source: _, ...rest } = item
          onChange(source === '' ? rest : { ...rest, source })
        }}
      />
      <div>
        <Button onClick={() => onChange(withCaps(item, [...caps, usual]))}>{t('addCap')}</Button>
      </div>
    </Part>
  )
}

function CapLine({
  cap,
  no,
  onChange,
  onRemove,
}: {
  cap: Cap
  no: number
  onChange: (cap: Cap) => void
  onRemove: () => void
}) {
  const t = useT(editorMessages)
  const { atMostHundredths, atMostCount, ...what } = cap
  const limited = (points: number | undefined, count: number | undefined): Cap => ({
    ...what,
    ...(points === undefined ? {} : { atMostHundredths: points }),
    ...(count === undefined ? {} : { atMostCount: count }),
  })
  return (
    <fieldset className="editor-line">
      <legend>{t('cap', { no })}</legend>
      <div className="editor-fields">
        <SelectField
          label={t('scope')}
          options={scopes.map((value) => ({ value, label: t(`scope_${value}`) }))}
          value={cap.scope}
          onChange={(scope) => onChange({ ...cap, scope })}
        />
        <SelectField
          label={t('capOf')}
          options={subjects.map((value) => ({ value, label: t(`of_${value}`) }))}
          value={cap.of}
          onChange={(of) => onChange({ ...cap, of })}
        />
        <SelectField
          label={t('capWindow')}
          options={windows.map((value) => ({ value, label: t(`window_${value}`) }))}
          value={cap.window}
          onChange={(window) => onChange({ ...cap, window })}
        />
        <AmountField
          label={t('capPoints')}
          unmarked
          per={100}
          value={atMostHundredths}
          onChange={(points) => onChange(limited(points, atMostCount))}
        />
        <AmountField
          label={t('capCount')}
          unmarked
          per={1}
          value={atMostCount}
          onChange={(count) => onChange(limited(atMostHundredths, count))}
        />
      </div>
      <div>
        <Button kind="quiet" onClick={onRemove}>
          {t('removeCap', { no })}
        </Button>
      </div>
    </fieldset>
  )
}
