import { wordsIn } from '@azalea/scoring'
import { ScanIcon } from '@phosphor-icons/react/dist/csr/Scan'
import type { Body } from '@azalea/client'
import { useAnswer } from '../../app/use-answer.ts'
import { useT } from '../../ui/i18n.ts'
import { useLanguage } from '../../ui/settings.ts'
import { LinkButton } from '../../ui/button.tsx'
import { CodeField } from '../../ui/code-field.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { GroupField } from '../../app/group-field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { VerdictChoice } from '../../ui/verdict-choice.tsx'
import { reportsMessages } from './messages.ts'

/** Whom or what a report points at, as far as the reporter knows. */
export interface About {
  /** Null until the reporter says it. */
  kind: 'plate' | 'person' | 'place' | null
  code: string
  name: string
  groupNo: number | null
  place: string
  /** The rule that was broken; empty: not chosen, or not sure. */
  itemRef: string
}

export const nothing: About = {
  kind: null,
  code: '',
  name: '',
  groupNo: null,
  place: '',
  itemRef: '',
}

const NOT_SURE = 'not-sure'

/** As the server takes it; null while something is missing. */
export function aboutOf(
  about: About,
): Pick<Body<'/api/breach-reports'>, 'about' | 'itemRef'> | null {
  const { kind, name, groupNo } = about
  const [code, place] = [about.code.trim(), about.place.trim()]
  const itemRef = about.itemRef === NOT_SURE ? '' : about.itemRef
  if (kind === null) return null
  const rule = itemRef === '' ? {} : { itemRef }
  if (kind === 'plate') return code === '' ? null : { about: { kind, code }, ...rule }
  if (kind === 'person') {
    const isWhole = name.trim() !== '' && groupNo !== null
    return isWhole ? { about: { kind, name: name.trim(), groupNo }, ...rule } : null
  }
  if ((code === '' && place === '') || itemRef === '') return null
  const where = { ...(code === '' ? {} : { code }), ...(place === '' ? {} : { place }) }
  return { about: { kind, ...where }, itemRef }
}

interface Fields {
  value: About
  isAsked: boolean
  onChange: (part: Partial<About>) => void
}

export function AboutFields({ value, isAsked, onChange }: Fields) {
  const t = useT(reportsMessages)
  const { kind } = value
  return (
    <>
      <VerdictChoice
        label={t('aboutWhat')}
        value={kind}
        isAsked={isAsked}
        options={(['plate', 'person', 'place'] as const).map((one) => ({
          value: one,
          label: t(`about_${one}`),
        }))}
        onChange={(next) => onChange({ kind: next })}
      />
      {kind === 'person' && <PersonFields value={value} isAsked={isAsked} onChange={onChange} />}
      {(kind === 'plate' || kind === 'place') && (
        <PlaceFields value={value} isAsked={isAsked} onChange={onChange} />
      )}
    </>
  )
}

function PersonFields({ value: { name, groupNo }, isAsked, onChange }: Fields) {
  const t = useT(reportsMessages)
  return (
    <>
      <TextField
        label={t('name')}
        hint={t('nameHint')}
        error={isAsked && name.trim() === '' ? t('nameMissing') : undefined}
        value={name}
        maxLength={60}
        onChange={(next) => onChange({ name: next })}
      />
      <GroupField
        label={t('group')}
        error={isAsked && groupNo === null ? t('groupMissing') : undefined}
        value={groupNo}
        onChange={(next) => onChange({ groupNo: next })}
      />
    </>
  )
}

/** A plate; where nobody is known a place in words, a plate nearby, or both. */
function PlaceFields({ value: { kind, code, place }, isAsked, onChange }: Fields) {
  const t = useT(reportsMessages)
  const isPlate = kind === 'plate'
  const isMissing = code.trim() === '' && (isPlate || place.trim() === '')
  return (
    <>
      {!isPlate && (
        <TextField
          label={t('place')}
          hint={t('placeHint')}
          error={isAsked && isMissing ? t('placeMissing') : undefined}
          value={place}
          maxLength={100}
          onChange={(next) => onChange({ place: next })}
        />
      )}
      <CodeField
        kind="plate"
        label={t(isPlate ? 'plate' : 'plateOptional')}
        hint={t('plateHint')}
        optional={!isPlate}
        error={isAsked && isPlate && isMissing ? t('plateMissing') : undefined}
        value={code}
        onChange={(next) => onChange({ code: next })}
        maxLength={14}
      />
      <div className="outdent">
        <LinkButton kind="quiet" icon={ScanIcon} to="/scan">
          {t('scan')}
        </LinkButton>
      </div>
    </>
  )
}

/** What kind of thing it is, by the village's deductions; who is sure of nobody must be of that. */
export function KindField({ value: { kind, itemRef }, isAsked, onChange }: Fields) {
  const t = useT(reportsMessages)
  const language = useLanguage()
  const sheet = useAnswer(
    '/api/rule-sheet',
    {},
    {
      staleTime: 10 * 60_000,
    },
  )
  if (sheet.isError) return <ErrorState error={sheet.error} onRetry={() => void sheet.refetch()} />
  const isNeeded = kind === 'place'
  const items = sheet.data?.sheet.items.filter((item) => item.kind === 'deduction') ?? []
  const isMissing = isNeeded && (itemRef === '' || itemRef === NOT_SURE)
  return (
    <SelectField
      label={t('kind')}
      hint={isNeeded ? undefined : t('kindHint')}
      optional={!isNeeded}
      placeholder={t('kindPlaceholder')}
      error={isAsked && isMissing ? t('kindMissing') : undefined}
      value={itemRef}
      options={[
        ...items.map(({ ref, name }) => ({ value: ref, label: wordsIn(name, language) })),
        ...(isNeeded ? [] : [{ value: NOT_SURE, label: t('kindNone') }]),
      ]}
      onChange={(next) => onChange({ itemRef: next })}
    />
  )
}
