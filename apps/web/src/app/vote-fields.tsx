import { civilDay } from '@azalea/client'
import { DateField } from '../ui/date-field.tsx'
import { useT } from '../ui/i18n.ts'
import { Notice } from '../ui/notice.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { VerdictChoice } from '../ui/verdict-choice.tsx'
import { serverNow } from './server-clock.ts'
import { meetings, verdictOf, voteCounts, type VoteDraft } from './vote.ts'
import { voteMessages } from './vote-messages.ts'
import './vote-fields.css'

/** Who met when, how many were there and how they voted, with what that means. */
export function VoteFields({
  draft,
  isAsked,
  onChange,
}: {
  draft: VoteDraft
  isAsked: boolean
  onChange: (part: Partial<VoteDraft>) => void
}) {
  const t = useT(voteMessages)
  const verdict = verdictOf(draft)
  const missing = (value: unknown) => (isAsked && value === null ? t('missing') : undefined)
  return (
    <>
      <DateField
        label={t('date')}
        max={civilDay(serverNow())}
        error={missing(draft.date)}
        value={draft.date}
        onChange={(date) => onChange({ date })}
      />
      <VerdictChoice
        label={t('meeting')}
        options={meetings.map((value) => ({ value, label: t(`meeting_${value}`) }))}
        value={draft.body}
        isAsked={isAsked}
        onChange={(body) => onChange({ body })}
      />
      <p className="soft small">{t('meetingHint')}</p>
      <div className="vote-counts">
        {voteCounts.map((name) => (
          <NumberField
            key={name}
            label={t(`count_${name}`)}
            unit={t('people')}
            whole
            error={missing(draft[name])}
            value={draft[name]}
            onChange={(value) => onChange({ [name]: value })}
          />
        ))}
      </div>
      {verdict !== 'incomplete' && (
        <Notice kind={verdict === 'carried' ? 'done' : 'waiting'}>{t(verdict)}</Notice>
      )}
    </>
  )
}
