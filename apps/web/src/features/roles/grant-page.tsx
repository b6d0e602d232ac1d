import { roleMessages } from '@azalea/client'
import { useState, type ReactNode } from 'react'
import { post } from '../../app/api.ts'
import { useDraft } from '../../app/drafts.ts'
import { useT } from '../../ui/i18n.ts'
import { useAnswer } from '../../app/use-answer.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Finished } from '../../ui/finished.tsx'
import { Form } from '../../ui/form.tsx'
import { GroupField } from '../../app/group-field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { PersonChoice, type ChosenPerson } from '../../app/person-choice.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { Said } from '../../ui/said.tsx'
import { officesOf, type Office } from './grant.ts'
import { rolesMessages } from './messages.ts'

interface Draft {
  person: ChosenPerson | null
  role: Office | ''
  groupNo: number | null
}

interface Body {
  personId: string
  role: Office
  groupNo?: number
}

const empty: Draft = { person: null, role: '', groupNo: null }

/** Gives somebody an office; then says who serves as what now. */
export function GrantPage() {
  const t = useT(rolesMessages)
  const [given, setGiven] = useState<ReactNode>(null)
  return (
    <Page step={given === null ? 'form' : 'given'} title={t('grantTitle')} back="/workbench/roles">
      {given === null ? (
        <GrantForm onGiven={setGiven} />
      ) : (
        <Finished
          words={given}
          next={<LinkButton to="/workbench/roles">{t('toHolders')}</LinkButton>}
          more={{ label: t('grantNext'), onMore: () => setGiven(null) }}
        />
      )}
    </Page>
  )
}

/** The rules of separation stand above the button. */
function GrantForm({ onGiven }: { onGiven: (words: ReactNode) => void }) {
  const t = useT(rolesMessages)
  const tRole = useT(roleMessages)
  const roles = useAnswer('/api/roles')
  const mine = roles.isSuccess ? officesOf(roles.data) : []
  const [draft, setDraft, clear] = useDraft<Draft>('role-grant', empty)
  const [isAsked, setAsked] = useState(false)
  const { person, role, groupNo } = draft
  const grant = useCommand(
    (body: Body, idempotencyKey) => post('/api/roles/grant', {}, body, { idempotencyKey }),
    (_, { role: office }) => {
      clear()
      const who = person?.label ?? ''
      onGiven(
        <Said
          by={rolesMessages}
          say={(words) => words('granted', { who, role: tRole(`one_${office}`) })}
        />,
      )
    },
  )
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const submit = () => {
    setAsked(true)
    if (person === null || role === '') return
    if (role !== 'group_leader') return grant.mutate({ personId: person.id, role })
    if (groupNo !== null) grant.mutate({ personId: person.id, role, groupNo })
  }
  return (
    <Form onSubmit={submit}>
      <PersonChoice
        label={t('person')}
        error={isAsked && person === null ? t('personMissing') : undefined}
        value={person}
        onChange={(chosen) => change({ person: chosen })}
      />
      <SelectField
        label={t('role')}
        placeholder={t('roleChoose')}
        error={isAsked && role === '' ? t('roleMissing') : undefined}
        value={role}
        options={mine.map((value) => ({ value, label: tRole(`office_${value}`) }))}
        onChange={(next) => change({ role: next })}
      />
      <RoleWords role={role} />
      {role === 'group_leader' && (
        <GroupField
          label={t('group')}
          error={isAsked && groupNo === null ? t('groupMissing') : undefined}
          value={groupNo}
          onChange={(next) => change({ groupNo: next })}
        />
      )}
      <ProblemNotice error={grant.error} />
      <Button kind="primary" submit wide busy={grant.isPending}>
        {t('confirm')}
      </Button>
    </Form>
  )
}

/** What the office does, and what separates it from others. */
function RoleWords({ role }: { role: Office | '' }) {
  const t = useT(rolesMessages)
  const watches = role === 'committee' || role === 'supervisor'
  return (
    <Notice>
      {role !== '' && (
        <>
          {t(`does_${role}`)}
          <br />
        </>
      )}
      {t(watches ? 'separationSupervisor' : 'separationCommittee')} {t('separationSelf')}
    </Notice>
  )
}
