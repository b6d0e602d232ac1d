import type { Body } from '@azalea/client'
import { useState } from 'react'
import { post } from '../../app/api.ts'
import { PersonChoice, type ChosenPerson } from '../../app/person-choice.tsx'
import { useCommand } from '../../app/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { useT } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { voucherDeskMessages } from './desk-messages.ts'
import type { Merchant } from './vouchers.ts'

type Who = Body<'/api/merchants/{id}/people'>['who']

/** Somebody of the roster, or of elsewhere, who takes vouchers on an own telephone. */
export function BindPerson({ merchants }: { merchants: readonly Merchant[] }) {
  const t = useT(voucherDeskMessages)
  const [merchantId, setMerchantId] = useState('')
  const [from, setFrom] = useState<'roster' | 'phone'>('roster')
  const [person, setPerson] = useState<ChosenPerson | null>(null)
  const [name, setName] = useState('')
  const [phone, setPhone] = useState('')
  const [isAsked, setAsked] = useState(false)
  const bind = useCommand(
    (who: Who, idempotencyKey) =>
      post('/api/merchants/{id}/people', { id: merchantId }, { who }, { idempotencyKey }),
    () => {
      setPerson(null)
      setName('')
      setPhone('')
      setAsked(false)
    },
  )
  const missing = (isMissing: boolean) => (isAsked && isMissing ? t('missing') : undefined)
  const submit = () => {
    setAsked(true)
    if (merchantId === '') return
    if (from === 'roster' && person !== null) bind.mutate({ personId: person.id })
    if (from === 'phone' && name.trim() !== '' && phone.trim() !== '') bind.mutate({ name, phone })
  }
  return (
    <Section title={t('bind')}>
      <p className="soft">{t('bindHint')}</p>
      {bind.isSuccess && <Notice kind="done">{t('bound')}</Notice>}
      <Form onSubmit={submit}>
        <SelectField
          label={t('bindTo')}
          placeholder={t('choose')}
          error={missing(merchantId === '')}
          value={merchantId}
          options={merchants.map((one) => ({ value: one.merchantId, label: one.name }))}
          onChange={setMerchantId}
        />
        <Segmented
          label={t('who')}
          options={[
            { value: 'roster', label: t('byRoster') },
            { value: 'phone', label: t('byPhone') },
          ]}
          value={from}
          onChange={setFrom}
        />
        {from === 'roster' ? (
          <PersonChoice
            label={t('who')}
            error={missing(person === null)}
            value={person}
            onChange={setPerson}
          />
        ) : (
          <Outsider {...{ name, setName, phone, setPhone, missing }} />
        )}
        <ProblemNotice error={bind.error} />
        <Button submit busy={bind.isPending}>
          {t('bind')}
        </Button>
      </Form>
    </Section>
  )
}

/** Somebody who is on no roster here. */
function Outsider({
  name,
  setName,
  phone,
  setPhone,
  missing,
}: {
  name: string
  setName: (name: string) => void
  phone: string
  setPhone: (phone: string) => void
  missing: (isMissing: boolean) => string | undefined
}) {
  const t = useT(voucherDeskMessages)
  return (
    <>
      <TextField
        label={t('personName')}
        error={missing(name.trim() === '')}
        value={name}
        onChange={setName}
      />
      <TextField
        kind="tel"
        label={t('phone')}
        error={missing(phone.trim() === '')}
        value={phone}
        onChange={setPhone}
      />
    </>
  )
}
