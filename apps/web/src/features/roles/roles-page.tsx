import { roleMessages } from '@azalea/client'
import { civilDay, type Answer } from '@azalea/client'
import { PlusIcon } from '@phosphor-icons/react/dist/csr/Plus'
import { useState } from 'react'
import { useAnswer } from '../../app/use-answer.ts'
import { useFormat } from '../../ui/format.ts'
import { useGroupName } from '../../app/groups.ts'
import { useT } from '../../ui/i18n.ts'
import { useSession } from '../../app/session.tsx'
import { useDesktop } from '../../ui/use-desktop.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { List, ListRow } from '../../ui/list.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { offices, officesOf, type Grant, type Office } from './grant.ts'
import { rolesMessages } from './messages.ts'
import { GrantTable } from './grant-table.tsx'
import { RevokeRole } from './revoke-role.tsx'
import './roles.css'

/** Who holds which office, and what each office does. */
export function RolesPage() {
  const t = useT(rolesMessages)
  const isDesktop = useDesktop()
  const [revoking, setRevoking] = useState<Grant | null>(null)
  const [isRevoked, setRevoked] = useState(false)
  const grants = useAnswer('/api/roles')
  const mine = grants.isSuccess ? officesOf(grants.data) : []
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      back="/workbench"
      wide
      {...(mine.length > 0
        ? {
            actions: (
              <LinkButton to="/workbench/roles/new" icon={PlusIcon}>
                {t('grant')}
              </LinkButton>
            ),
          }
        : {})}
    >
      {isRevoked && <Notice kind="done">{t('revoked')}</Notice>}
      {grants.isPending && <Skeleton count={6} />}
      {grants.isError && <ErrorState error={grants.error} onRetry={() => void grants.refetch()} />}
      {grants.isSuccess && isDesktop && (
        <GrantTable grants={heldOf(grants.data.items)} mine={mine} onRevoke={setRevoking} />
      )}
      {grants.isSuccess && !isDesktop && (
        <div className="offices">
          {offices.map((office) => (
            <OfficeSection
              key={office}
              office={office}
              grants={heldOf(grants.data.items).filter(({ role }) => role === office)}
              mayRevoke={mine.includes(office)}
              onRevoke={setRevoking}
            />
          ))}
        </div>
      )}
      {revoking !== null && (
        <RevokeRole
          grant={revoking}
          onClose={() => setRevoking(null)}
          onRevoked={() => {
            setRevoking(null)
            setRevoked(true)
          }}
        />
      )}
    </Page>
  )
}

function heldOf(items: Answer<'/api/roles'>['items']): readonly Grant[] {
  return offices.flatMap((office) =>
    items.flatMap((one) => (one.role === office ? [{ ...one, role: office }] : [])),
  )
}

function OfficeSection({
  office,
  grants,
  mayRevoke,
  onRevoke,
}: {
  office: Office
  grants: readonly Grant[]
  mayRevoke: boolean
  onRevoke: (grant: Grant) => void
}) {
  const t = useT(rolesMessages)
  const tRole = useT(roleMessages)
  const format = useFormat()
  const groupName = useGroupName()
  const ownId = useSession().session?.person.personId
  return (
    <Section title={tRole(`office_${office}`)}>
      <p className="soft small">{t(`does_${office}`)}</p>
      {grants.length === 0 && <p className="soft">{t('nobody')}</p>}
      {grants.length > 0 && (
        <List label={tRole(`office_${office}`)}>
          {grants.map((grant) => {
            const name = grant.name ?? t('erased')
            const isOwn = grant.personId === ownId
            const what = t(isOwn ? 'layDown' : 'revoke')
            return (
              <ListRow
                key={`${grant.personId} ${grant.groupNo ?? ''}`}
                title={name}
                note={
                  <>
                    {grant.groupNo !== null && <span>{groupName(grant.groupNo)}</span>}
                    <span>{t('since', { day: format.day(civilDay(grant.grantedAt)) })}</span>
                  </>
                }
                {...(mayRevoke || isOwn
                  ? {
                      end: (
                        <Button
                          kind="quiet"
                          label={t('revokeLabel', { what, name, role: tRole(`office_${office}`) })}
                          onClick={() => onRevoke(grant)}
                        >
                          {what}
                        </Button>
                      ),
                    }
                  : {})}
              />
            )
          })}
        </List>
      )}
    </Section>
  )
}
