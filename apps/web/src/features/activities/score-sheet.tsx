import { post } from '../../app/api.ts'
import { useDraft } from '../../app/drafts.ts'
import { useT } from '../../ui/i18n.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { Sheet } from '../../ui/dialog.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { StarRating, type StarCount } from '../../ui/star-rating.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import type { Attendee } from './activity.ts'
import { activitiesMessages } from './messages.ts'

const counts: readonly StarCount[] = [1, 2, 3, 4, 5]

/** How somebody's work was, one to five; it can be given anew until the activity is closed. */
export function ScoreSheet({
  attendee,
  onClose,
}: {
  attendee: Attendee | null
  onClose: () => void
}) {
  const t = useT(activitiesMessages)
  return (
    <Sheet
      open={attendee !== null}
      onClose={onClose}
      title={t('scoreTitle', { name: attendee?.name ?? '' })}
    >
      {attendee !== null && attendee.attendanceId !== null && (
        <ScoreForm
          key={attendee.attendanceId}
          attendee={attendee}
          attendanceId={attendee.attendanceId}
          onDone={onClose}
        />
      )}
    </Sheet>
  )
}

function ScoreForm({
  attendee,
  attendanceId,
  onDone,
}: {
  attendee: Attendee
  attendanceId: string
  onDone: () => void
}) {
  const t = useT(activitiesMessages)
  const [draft, setDraft, clear] = useDraft(`score.${attendanceId}`, {
    score: counts.find((count) => count === attendee.leaderScore) ?? null,
    words: attendee.scoreWords ?? '',
  })
  const score = useCommand(
    (body: { score: number; words: string }, idempotencyKey) =>
      post('/api/attendances/{id}/score', { id: attendanceId }, body, { idempotencyKey }),
    () => {
      clear()
      onDone()
    },
  )
  return (
    <Form
      onSubmit={() => {
        if (draft.score !== null) score.mutate({ score: draft.score, words: draft.words.trim() })
      }}
    >
      <StarRating
        label={t('scoreLabel')}
        value={draft.score}
        onChange={(chosen) => setDraft((before) => ({ ...before, score: chosen }))}
      />
      <TextArea
        label={t('scoreWords')}
        hint={t('scoreWordsHint')}
        optional
        value={draft.words}
        onChange={(words) => setDraft((before) => ({ ...before, words }))}
        maxLength={500}
      />
      <ProblemNotice error={score.error} />
      <Button kind="primary" submit wide busy={score.isPending} disabled={draft.score === null}>
        {t('scoreSave')}
      </Button>
    </Form>
  )
}
