import type { ReactNode } from 'react'
import { post } from '../../app/api.ts'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Said } from '../../ui/said.tsx'
import type { Household } from './household.ts'
import { rosterMessages } from './messages.ts'

/** A leaving that was entered from paper: it waits for the household, or for a second person. */
export function WaitingLeave({
  householdId,
  leaving,
  onSaid,
}: {
  householdId: string
  leaving: NonNullable<Household['leaving']>
  onSaid: (said: ReactNode) => void
}) {
  const t = useT(rosterMessages)
  const format = useFormat()
  const decide = useCommand(
    (how: 'confirm' | 'drop', idempotencyKey) =>
      how === 'confirm'
        ? post('/api/households/{householdId}/leave/confirm', { householdId }, undefined, {
            idempotencyKey,
          })
        : post('/api/households/{householdId}/leave/drop', { householdId }, undefined, {
            idempotencyKey,
          }),
    (_, how) =>
      onSaid(
        <Said
          by={rosterMessages}
          say={(words) => words(how === 'confirm' ? 'leaveConfirmed' : 'leaveDropped')}
        />,
      ),
  )
  return (
    <>
      <Notice kind="waiting">
        {t('leaveWaiting', {
          giver: leaving.givenByName ?? t('somebody'),
          recorder: leaving.recordedByName ?? t('somebody'),
          at: format.when(leaving.enteredAt),
          until: format.when(leaving.takesEffectAt),
        })}
      </Notice>
      <ProblemNotice error={decide.error} />
      <ButtonRow>
        {leaving.mayConfirm && (
          <Button kind="primary" busy={decide.isPending} onClick={() => decide.mutate('confirm')}>
            {t('leaveConfirmNow')}
          </Button>
        )}
        {leaving.mayDrop && (
          <Button busy={decide.isPending} onClick={() => decide.mutate('drop')}>
            {t('leaveDrop')}
          </Button>
        )}
      </ButtonRow>
    </>
  )
}
