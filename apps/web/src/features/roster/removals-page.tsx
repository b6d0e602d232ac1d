import { roleMessages } from '@azalea/client'
import { UserMinusIcon } from '@phosphor-icons/react/dist/csr/UserMinus'
import { useState, type ReactNode } from 'react'
import { useAnswer } from '../../app/use-answer.ts'
import { useDoor } from '../../app/door.ts'
import { useT } from '../../ui/i18n.ts'
import { LinkButton } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { personMessages } from './person-messages.ts'
import { WaitingRemoval } from './waiting-removal.tsx'

/** Who would be removed from the village: the desk of the second person. */
export function RemovalsPage() {
  const t = useT(personMessages)
  const tRole = useT(roleMessages)
  const doorOf = useDoor()
  const [said, setSaid] = useState<ReactNode>(null)
  const removals = useAnswer('/api/removals')
  const items = removals.data?.items ?? []
  return (
    <Page title={t('removalsTitle')} lead={t('removalsLead')} back="/workbench">
      {said !== null && <Notice kind="done">{said}</Notice>}
      {removals.isPending && <Skeleton count={3} />}
      {removals.isError && (
        <ErrorState error={removals.error} onRetry={() => void removals.refetch()} />
      )}
      {removals.data !== undefined && items.length === 0 && (
        <EmptyState icon={UserMinusIcon} title={t('removalsNone')} hint={t('removalsNoneHint')} />
      )}
      {items.map((removal) => (
        <div key={removal.personId} className="stack">
          <WaitingRemoval
            personId={removal.personId}
            name={removal.name ?? t('somebody')}
            place={[
              doorOf(removal),
              ...removal.roles.flatMap((role) =>
                role === 'villager' ? [] : [tRole(`title_${role}`)],
              ),
            ].join(' · ')}
            removal={removal}
            onSaid={setSaid}
          />
          <div>
            <LinkButton to={`/workbench/roster/people/${removal.personId}`}>
              {t('toEntry')}
            </LinkButton>
          </div>
        </div>
      ))}
    </Page>
  )
}
