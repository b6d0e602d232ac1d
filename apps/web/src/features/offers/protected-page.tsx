import { civilDay, type Body } from '@azalea/client'
import { ShieldCheckIcon } from '@phosphor-icons/react/dist/csr/ShieldCheck'
import { useState } from 'react'
import { post } from '../../app/api.ts'
import { useDoor } from '../../app/door.ts'
import { PersonChoice, type ChosenPerson } from '../../app/person-choice.tsx'
import { serverNow } from '../../app/server-clock.ts'
import { useSession } from '../../app/session.tsx'
import { useAnswer } from '../../app/use-answer.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState, ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { useT } from '../../ui/i18n.ts'
import { List, ListRow } from '../../ui/list.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Sentence } from '../../ui/sentence.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { deskMessages } from './desk-messages.ts'
import type { ProtectedHousehold } from './offer.ts'

/** Households that the village voted to protect; in no public place, and not for one's own household. */
export function ProtectedPage() {
  const t = useT(deskMessages)
  const list = useAnswer('/api/protected-households')
  return (
    <Page title={t('protected')} lead={t('protectedLead')} back="/workbench/offers">
      {list.isPending && <Skeleton count={3} />}
      {list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {list.data?.items.length === 0 && (
        <EmptyState
          icon={ShieldCheckIcon}
          title={t('protectedNone')}
          hint={t('protectedNoneHint')}
        />
      )}
      {list.isSuccess && list.data.items.length > 0 && (
        <List label={t('protected')}>
          {list.data.items.map((one) => (
            <Row key={one.householdId} household={one} />
          ))}
        </List>
      )}
      <ProtectForm />
    </Page>
  )
}

function Row({ household }: { household: ProtectedHousehold }) {
  const t = useT(deskMessages)
  const { session } = useSession()
  const doorOf = useDoor()
  const { householdId, headName, houseNo, groupName, resolvedOn } = household
  const end = useCommand((_: null, idempotencyKey) =>
    post('/api/protected-households/{householdId}/end', { householdId }, undefined, {
      idempotencyKey,
    }),
  )
  const name = headName ?? '–'
  return (
    <ListRow
      title={name}
      note={
        <>
          {houseNo !== null && groupName !== null && <span>{doorOf({ houseNo, groupName })}</span>}
          <Sentence text={t('resolvedOn')} at={resolvedOn} as="day" />
          <ProblemNotice error={end.error} />
        </>
      }
      end={
        householdId !== session?.household.householdId && (
          <Button
            kind="quiet"
            busy={end.isPending}
            label={t('endProtectionOf', { name })}
            onClick={() => end.mutate(null)}
          >
            {t('endProtection')}
          </Button>
        )
      }
    />
  )
}

function ProtectForm() {
  const t = useT(deskMessages)
  const { session } = useSession()
  const today = civilDay(serverNow())
  const [person, setPerson] = useState<ChosenPerson | null>(null)
  const [resolvedOn, setResolvedOn] = useState<string | null>(null)
  const [isAsked, setAsked] = useState(false)
  const protect = useCommand(
    (body: Body<'/api/protected-households'>, idempotencyKey) =>
      post('/api/protected-households', {}, body, { idempotencyKey }),
    () => {
      setPerson(null)
      setAsked(false)
    },
  )
  const isOwn = person !== null && person.householdId === session?.household.householdId
  const submit = () => {
    setAsked(true)
    if (person === null || isOwn || resolvedOn === null) return
    protect.mutate({ householdId: person.householdId, resolvedOn })
  }
  return (
    <Section title={t('protect')}>
      {protect.isSuccess && <Notice kind="done">{t('protectDone')}</Notice>}
      <Form onSubmit={submit}>
        <PersonChoice
          label={t('protectWhom')}
          error={protectError()}
          value={person}
          onChange={setPerson}
        />
        <DateField
          label={t('protectDate')}
          max={today}
          error={isAsked && resolvedOn === null ? t('fieldMissing') : undefined}
          value={resolvedOn}
          onChange={setResolvedOn}
        />
        <p className="soft">{t('protectWords')}</p>
        <ProblemNotice error={protect.error} />
        <Button kind="primary" submit busy={protect.isPending}>
          {t('protectSend')}
        </Button>
      </Form>
    </Section>
  )

  function protectError(): string | undefined {
    if (isOwn) return t('protectOwn')
    return isAsked && person === null ? t('fieldMissing') : undefined
  }
}
