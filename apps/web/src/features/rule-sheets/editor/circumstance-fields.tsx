import type { Circumstance } from '@azalea/scoring'
import { useT } from '../../../ui/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { SpecOf } from './edit-item.ts'
import { ownEnglish } from './edit-sheet.ts'
import { NeededAmount } from './editor-parts.tsx'
import { editorMessages } from './messages.ts'

/** Night, heat, a post that nobody wants: under which part of the quantity counts for more. */
export function CircumstanceFields({
  spec,
  onSpec,
}: {
  spec: SpecOf<'circumstances'>
  onSpec: (spec: SpecOf<'circumstances'>) => void
}) {
  const t = useT(editorMessages)
  const { each } = spec
  const change = (changed: Circumstance[]) => onSpec({ ...spec, each: changed })
  return (
    <>
      {each.map((one, index) => (
        <CircumstanceLine
          key={one.code}
          one={one}
          no={index + 1}
          onChange={(changed) => change(each.map((other, at) => (at === index ? changed : other)))}
          onRemove={
            each.length > 1 ? () => change(each.filter((_, at) => at !== index)) : undefined
          }
        />
      ))}
      <div>
        <Button onClick={() => change([...each, nextCircumstance(each)])}>
          {t('addCircumstance')}
        </Button>
      </div>
    </>
  )
}

function nextCircumstance(each: readonly Circumstance[]): Circumstance {
  let no = each.length + 1
  while (each.some(({ code }) => code === `circumstance-${no}`)) no += 1
  return { code: `circumstance-${no}`, name: { zh: '', en: '' }, permille: 1200 }
}

function CircumstanceLine({
  one,
  no,
  onChange,
  onRemove,
}: {
  one: Circumstance
  no: number
  onChange: (changed: Circumstance) => void
  onRemove: (() => void) | undefined
}) {
  const t = useT(editorMessages)
  const { daily, ...always } = one
  const between = (from: string, to: string) =>
    onChange(from === '' && to === '' ? always : { ...always, daily: { from, to } })
  return (
    <fieldset className="editor-line">
      <legend>{t('circumstance', { no })}</legend>
      <TextField
        label={t('circumstanceZh')}
        value={one.name.zh}
        onChange={(zh) => onChange({ ...one, name: { ...one.name, zh } })}
      />
      <TextField
        label={t('circumstanceEn')}
        value={ownEnglish(one.name)}
        onChange={(en) => onChange({ ...one, name: { ...one.name, en } })}
      />
      <div className="editor-fields">
        <NeededAmount
          label={t('countsAs')}
          unit={t('percent')}
          per={10}
          value={one.permille}
          onChange={(permille) => onChange({ ...one, permille })}
        />
        <TextField
          label={t('from')}
          unmarked
          value={daily?.from ?? ''}
          onChange={(from) => between(from, daily?.to ?? '')}
        />
        <TextField
          label={t('to')}
          unmarked
          value={daily?.to ?? ''}
          onChange={(to) => between(daily?.from ?? '', to)}
        />
      </div>
      <p className="soft small">{t('timeHint')}</p>
      {onRemove !== undefined && (
        <div>
          <Button kind="quiet" onClick={onRemove}>
            {t('removeCircumstance', { no })}
          </Button>
        </div>
      )}
    </fieldset>
  )
}
