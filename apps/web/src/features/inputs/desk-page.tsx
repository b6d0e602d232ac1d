import { useAnswer } from '../../app/use-answer.ts'
import { hasRole, useSession } from '../../app/session.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { useT } from '../../ui/i18n.ts'
import { Page, Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { ApprovedLists } from './approved-lists.tsx'
import { AskedLine } from './asked-line.tsx'
import { inputDeskMessages } from './desk-messages.ts'
import { ImportList } from './import-list.tsx'

/** What growers ask for, and the lists of what may be used. */
export function DeskPage() {
  const t = useT(inputDeskMessages)
  const { session } = useSession()
  const villageId = session?.village.villageId ?? ''
  return (
    <Page title={t('title')} lead={t('lead')} back="/workbench">
      {hasRole(session, ['technician']) && <AskedSection />}
      <ApprovedLists />
      {hasRole(session, ['technician', 'committee']) && <ImportList />}
      <div>
        <LinkButton to={`/v/${villageId}/inputs`}>{t('report')}</LinkButton>
      </div>
    </Page>
  )
}

function AskedSection() {
  const t = useT(inputDeskMessages)
  const asked = useAnswer('/api/applications')
  return (
    <Section title={t('asked')}>
      {asked.isPending && <Skeleton count={3} />}
      {asked.isError && <ErrorState error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.data?.items.length === 0 && <p className="soft">{t('askedNone')}</p>}
      <ul className="list" aria-label={t('asked')}>
        {asked.data?.items.map((one) => (
          <AskedLine key={one.applicationId} asked={one} answers isOwn={false} />
        ))}
      </ul>
    </Section>
  )
}
