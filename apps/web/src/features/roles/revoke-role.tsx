import { roleMessages } from '@azalea/client'
import { post } from '../../app/api.ts'
import { useT } from '../../ui/i18n.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import type { Grant } from './grant.ts'
import { rolesMessages } from './messages.ts'

/** Taking a role back: whoever takes it may not be able to give it again, so it is asked. */
export function RevokeRole({
  grant,
  onClose,
  onRevoked,
}: {
  grant: Grant
  onClose: () => void
  onRevoked: () => void
}) {
  const t = useT(rolesMessages)
  const tRole = useT(roleMessages)
  const { personId, role } = grant
  const revoke = useCommand(
    (body: Pick<Grant, 'personId' | 'role'>, idempotencyKey) =>
      post('/api/roles/revoke', {}, body, { idempotencyKey }),
    onRevoked,
  )
  return (
    <Dialog open onClose={onClose} title={t('revokeTitle')}>
      <div className="stack">
        <p>{t('revokeWords', { name: grant.name ?? t('erased'), role: tRole(`one_${role}`) })}</p>
        <ProblemNotice error={revoke.error} />
        <ButtonRow>
          <Button
            kind="primary"
            busy={revoke.isPending}
            onClick={() => revoke.mutate({ personId, role })}
          >
            {t('revoke')}
          </Button>
          <Button onClick={onClose}>{t('keep')}</Button>
        </ButtonRow>
      </div>
    </Dialog>
  )
}
