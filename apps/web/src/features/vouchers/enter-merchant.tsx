import type { Body } from '@azalea/client'
import { useState } from 'react'
import { post } from '../../app/api.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { useT } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { voucherDeskMessages } from './desk-messages.ts'

/** A shop of the village or the town that is to take vouchers. */
export function EnterMerchant() {
  const t = useT(voucherDeskMessages)
  const [nameZh, setNameZh] = useState('')
  const [nameEn, setNameEn] = useState('')
  const [place, setPlace] = useState('')
  const [isAsked, setAsked] = useState(false)
  const enter = useCommand(
    (body: Body<'/api/merchants'>, idempotencyKey) =>
      post('/api/merchants', {}, body, { idempotencyKey }),
    () => {
      setNameZh('')
      setNameEn('')
      setPlace('')
      setAsked(false)
    },
  )
  const missing = (value: string) => (isAsked && value.trim() === '' ? t('missing') : undefined)
  return (
    <Section title={t('enter')}>
      {enter.isSuccess && <Notice kind="done">{t('entered')}</Notice>}
      <Form
        onSubmit={() => {
          setAsked(true)
          if (nameZh.trim() !== '' && place.trim() !== '')
            enter.mutate({ nameZh, nameEn: nameEn || null, place })
        }}
      >
        <TextField
          label={t('nameZh')}
          error={missing(nameZh)}
          value={nameZh}
          onChange={setNameZh}
        />
        <TextField optional label={t('nameEn')} value={nameEn} onChange={setNameEn} />
        <TextField label={t('place')} error={missing(place)} value={place} onChange={setPlace} />
        <ProblemNotice error={enter.error} />
        <Button submit busy={enter.isPending}>
          {t('enter')}
        </Button>
      </Form>
    </Section>
  )
}
