import { wordsIn } from '@azalea/scoring'
import type { Circumstance } from '@azalea/scoring'
import { useAnswer } from '../../app/use-answer.ts'
import { useT } from '../../ui/i18n.ts'
import { cadreRoles, hasRole, useSession } from '../../app/session.tsx'
import { useNow } from '../../app/use-now.ts'
import { useLanguage } from '../../ui/settings.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { DateTimeField } from '../../ui/date-field.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { activitiesMessages } from './messages.ts'
import { withStart, type ShiftDraft } from './proposal.ts'

/** One shift of a proposal: from, to, how many people, and for cadres at which post. */
export function ShiftFields({
  no,
  shift,
  circumstances,
  onChange,
  onRemove,
}: {
  /** Null while it is the only one. */
  no: number | null
  shift: ShiftDraft
  /** What the item counts for more when it holds for the whole shift. */
  circumstances: readonly Circumstance[]
  onChange: (shift: ShiftDraft) => void
  onRemove: () => void
}) {
  const t = useT(activitiesMessages)
  const posts = usePosts()
  const now = useNow()
  return (
    <fieldset className="shift-fields">
      <legend>{no === null ? t('shiftOnly') : t('shiftNo', { no })}</legend>
      <DateTimeField
        label={t('fieldStartsAt')}
        value={shift.startsAt}
        min={now.toISOString()}
        onChange={(startsAt) => onChange(withStart(shift, startsAt))}
      />
      <DateTimeField
        label={t('fieldEndsAt')}
        value={shift.endsAt}
        {...(shift.startsAt === null ? {} : { min: shift.startsAt })}
        onChange={(endsAt) => onChange({ ...shift, endsAt })}
      />
      <NumberField
        label={t('fieldQuota')}
        unit={t('people')}
        whole
        value={shift.quota}
        onChange={(quota) => onChange({ ...shift, quota })}
      />
      {posts.length > 0 && (
        <SelectField
          label={t('fieldPost')}
          hint={t('fieldPostHint')}
          optional
          value={shift.postSubjectId ?? 'none'}
          options={[
            { value: 'none', label: t('noPost') },
            ...posts.map(({ subjectId, label }) => ({ value: subjectId, label })),
          ]}
          onChange={(chosen) =>
            onChange({ ...shift, postSubjectId: chosen === 'none' ? null : chosen })
          }
        />
      )}
      {circumstances.length > 0 && (
        <Circumstances all={circumstances} shift={shift} onChange={onChange} />
      )}
      {no !== null && (
        <div className="outdent">
          <Button
            kind="quiet"
            onClick={onRemove}
            label={`${t('removeShift')} · ${t('shiftNo', { no })}`}
          >
            {t('removeShift')}
          </Button>
        </div>
      )}
    </fieldset>
  )
}

/** Hardship, a far post: it holds once the committee has approved it with the proposal. */
function Circumstances({
  all,
  shift,
  onChange,
}: {
  all: readonly Circumstance[]
  shift: ShiftDraft
  onChange: (shift: ShiftDraft) => void
}) {
  const t = useT(activitiesMessages)
  const language = useLanguage()
  const { circumstances = [] } = shift
  return (
    <fieldset className="stack stack--tight">
      <legend className="field__label">{t('fieldCircumstances')}</legend>
      <p className="field__hint">{t('fieldCircumstancesHint')}</p>
      {all.map(({ code, name, permille }) => (
        <Checkbox
          key={code}
          label={`${wordsIn(name, language)} ×${permille / 1000}`}
          checked={circumstances.includes(code)}
          onChange={(isChosen) => {
            const rest = circumstances.filter((one) => one !== code)
            onChange({ ...shift, circumstances: isChosen ? [...rest, code] : rest })
          }}
        />
      ))}
    </fieldset>
  )
}

/** The village's posts; only cadres may list plates, so others get none. */
function usePosts(): readonly { subjectId: string; label: string }[] {
  const { session } = useSession()
  const posts = useAnswer(
    '/api/plates',
    { kind: 'post', limit: 100 },
    {
      enabled: hasRole(session, cadreRoles),
    },
  )
  return posts.data?.items ?? []
}
