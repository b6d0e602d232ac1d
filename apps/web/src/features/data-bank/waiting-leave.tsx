import { post } from '../../app/api.ts'
import { useAnswer } from '../../app/use-answer.ts'
import { useCommand } from '../../app/use-command.ts'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Notice } from '../../ui/notice.tsx'
import { dataBankMessages } from './messages.ts'

/** That the village entered that my household leaves; anybody who lives there can say no. */
export function WaitingLeave({ householdId }: { householdId: string }) {
  const t = useT(dataBankMessages)
  const format = useFormat()
  const household = useAnswer('/api/me/household')
  const drop = useCommand((id: string, idempotencyKey) =>
    post('/api/households/{householdId}/leave/drop', { householdId: id }, undefined, {
      idempotencyKey,
    }),
  )
  const leaving = household.data?.leaving ?? null
  if (leaving === null) return null
  return (
    <>
      <Notice kind="waiting">
        {t('leavingWords', {
          recorder: leaving.recordedByName ?? t('leavingSomebody'),
          at: format.when(leaving.enteredAt),
          until: format.when(leaving.takesEffectAt),
        })}
      </Notice>
      <ProblemNotice error={drop.error} />
      <Button busy={drop.isPending} onClick={() => drop.mutate(householdId)}>
        {t('leavingDrop')}
      </Button>
    </>
  )
}
