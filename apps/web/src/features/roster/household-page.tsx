import { useState, type ReactNode } from 'react'
import { useParams } from 'wouter'
import { useAnswer } from '../../app/use-answer.ts'
import { useBeside } from '../../ui/address.ts'
import { useDoor } from '../../app/door.ts'
import { useT } from '../../ui/i18n.ts'
import { hasRole, useSession, type Session } from '../../app/session.tsx'
import { Desk } from '../../ui/desk.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { List, ListRow } from '../../ui/list.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { When } from '../../ui/when.tsx'
import { EnterConsent } from './enter-consent.tsx'
import { HouseholdList, Joined } from './household-list.tsx'
import { HouseholdPeople } from './household-people.tsx'
import type { Household } from './household.ts'
import { rosterMessages } from './messages.ts'
import { WaitingLeave } from './waiting-leave.tsx'

/** A household: its people, what it consented to, and what a cadre may enter for it. */
export function HouseholdPage() {
  const t = useT(rosterMessages)
  const doorOf = useDoor()
  const { id = '' } = useParams()
  const beside = useBeside()
  const household = useAnswer('/api/roster/households/{householdId}', { householdId: id })
  const shown = household.data
  return (
    <Page
      wide
      back={beside('/workbench/roster')}
      title={shown === undefined ? t('household') : doorOf(shown)}
      {...(shown === undefined
        ? {}
        : { lead: shown.isOffice ? t('officeLead') : <Joined joined={shown.joined} /> })}
    >
      <Desk list={<HouseholdList shownId={id} />}>
        {household.isPending && <Skeleton count={5} />}
        {household.isError && (
          <ErrorState error={household.error} onRetry={() => void household.refetch()} />
        )}
        {shown !== undefined && <Shown key={id} household={shown} />}
      </Desk>
    </Page>
  )
}

function Shown({ household }: { household: Household }) {
  const t = useT(rosterMessages)
  const { session } = useSession()
  const [said, setSaid] = useState<ReactNode>(null)
  return (
    <>
      {said !== null && <Notice kind="done">{said}</Notice>}
      <Section title={t('peopleTitle')}>
        <HouseholdPeople people={household.people} />
      </Section>
      {!household.isOffice && (
        <Section title={t('consents')}>
          <Consents household={household} />
          {household.leaving !== null && (
            <WaitingLeave
              householdId={household.householdId}
              leaving={household.leaving}
              onSaid={setSaid}
            />
          )}
          {household.leaving === null && mayEnterConsent(session, household) && (
            <EnterConsent
              // Joined or not, it is another question.
              key={String(household.joined)}
              household={household}
              onEntered={setSaid}
            />
          )}
        </Section>
      )}
    </>
  )
}

function Consents({ household: { consents } }: { household: Household }) {
  const t = useT(rosterMessages)
  if (consents.length === 0) return <p className="soft">{t('consentNone')}</p>
  return (
    <List label={t('consents')}>
      {consents.map(({ decision, decidedAt, givenByName, recordedByName }) => (
        <ListRow
          key={decidedAt}
          title={t(`consent_${decision}`)}
          note={
            <>
              <When at={decidedAt} />
              <span>{t('consentBy', { name: givenByName ?? t('somebody') })}</span>
              {recordedByName !== givenByName && (
                <span>{t('consentRecordedBy', { name: recordedByName ?? t('somebody') })}</span>
              )}
            </>
          }
        />
      ))}
    </List>
  )
}

/** The committee for every household, a group leader for those of a group; the server decides. */
function mayEnterConsent(session: Session, household: Household): boolean {
  if (hasRole(session, ['committee'])) return true
  return hasRole(session, ['group_leader']) && session?.household.groupNo === household.groupNo
}
