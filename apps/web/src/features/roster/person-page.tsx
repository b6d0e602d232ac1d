import { roleMessages } from '@azalea/client'
import { useState, type ReactNode } from 'react'
import { useLocation, useParams } from 'wouter'
import { useAnswer } from '../../app/use-answer.ts'
import { useDoor } from '../../app/door.ts'
import { useT } from '../../ui/i18n.ts'
import { hasRole, useSession } from '../../app/session.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Facts } from '../../ui/facts.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { When } from '../../ui/when.tsx'
import { rosterMessages } from './messages.ts'
import { PersonActions } from './person-actions.tsx'
import { personMessages } from './person-messages.ts'
import type { Person } from './person.ts'
import { ProposeButton } from './propose-sign-in-change.tsx'
import { WaitingRemoval } from './waiting-removal.tsx'
import { WaitingSignIn } from './waiting-sign-in.tsx'

/** One person of the roster, and what a cadre may change of the entry. */
export function PersonPage() {
  const t = useT(personMessages)
  const { id = '' } = useParams()
  const person = useAnswer('/api/roster/people/{personId}', { personId: id })
  const shown = person.data
  return (
    <Page
      title={shown?.name ?? t('person')}
      back={
        shown === undefined
          ? '/workbench/roster'
          : `/workbench/roster/${shown.household.householdId}`
      }
      {...leadOf(shown)}
    >
      {person.isPending && <Skeleton count={4} />}
      {person.isError && <ErrorState error={person.error} onRetry={() => void person.refetch()} />}
      {shown !== undefined && <Shown key={id} person={shown} />}
    </Page>
  )
}

function Shown({ person }: { person: Person }) {
  const t = useT(personMessages)
  const { session } = useSession()
  const [said, setSaid] = useState<ReactNode>(null)
  const [, navigate] = useLocation()
  const householdPath = `/workbench/roster/${person.household.householdId}`
  const mayChange = hasRole(session, ['committee', 'operator'])
  return (
    <>
      {said !== null && <Notice kind="done">{said}</Notice>}
      {person.removal !== null && (
        <WaitingRemoval
          personId={person.personId}
          name={person.name}
          removal={person.removal}
          onSaid={setSaid}
          onErased={() => navigate(householdPath, { replace: true })}
        />
      )}
      {mayChange && <WaitingSignIn personId={person.personId} />}
      <Entry person={person} />
      <div className="row">
        <LinkButton to={householdPath}>{t('toHousehold')}</LinkButton>
        {mayChange && person.departedAs === null && (
          <ProposeButton personId={person.personId} name={person.name} onProposed={setSaid} />
        )}
      </div>
      {mayChange && person.isOwnHousehold && <p className="soft">{t('ownHousehold')}</p>}
      {mayChange && !person.isOwnHousehold && <PersonActions person={person} onSaid={setSaid} />}
    </>
  )
}

function Entry({ person }: { person: Person }) {
  const t = useT(personMessages)
  const tRole = useT(roleMessages)
  const words = useT(rosterMessages)
  const doorOf = useDoor()
  const { household, roles, departedAt } = person
  return (
    <Facts
      facts={[
        {
          label: t('household'),
          value: doorOf(household),
        },
        { label: t('head'), value: person.isHead ? t('isHead') : '' },
        { label: words('phone'), value: person.phoneMasked ?? words('none') },
        { label: words('idLast4'), value: person.idLast4 ?? words('none') },
        { label: words('birthYear'), value: person.birthYear ?? words('none') },
        {
          label: t('offices'),
          value: roles
            .filter((role) => role !== 'villager')
            .map((role) => tRole(`title_${role}`))
            .join(t('comma')),
        },
        { label: t('departedOn'), value: departedAt === null ? '' : <When at={departedAt} /> },
      ]}
    />
  )
}

function leadOf(person: Person | undefined) {
  const { departedAs = null } = person ?? {}
  return departedAs === null ? {} : { lead: <Departed as={departedAs} /> }
}

function Departed({ as }: { as: NonNullable<Person['departedAs']> }) {
  const t = useT(personMessages)
  return <StateBadge tone="past">{t(as)}</StateBadge>
}
