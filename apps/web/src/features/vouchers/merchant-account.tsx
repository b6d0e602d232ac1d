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
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { voucherDeskMessages } from './desk-messages.ts'
import type { Merchant } from './vouchers.ts'

type Account = Body<'/api/merchants/{id}/account'>

/** Where a merchant has its money sent. */
export function MerchantAccount({ merchants }: { merchants: readonly Merchant[] }) {
  const t = useT(voucherDeskMessages)
  const [merchantId, setMerchantId] = useState('')
  const [holderName, setHolderName] = useState('')
  const [bankName, setBankName] = useState('')
  const [typed, setTyped] = useState('')
  const [isAsked, setAsked] = useState(false)
  const save = useCommand((account: Account, idempotencyKey) =>
    post('/api/merchants/{id}/account', { id: merchantId }, account, { idempotencyKey }),
  )
  const accountNumber = typed.replaceAll(/\s/g, '')
  const isNumber = /^\d{8,32}$/.test(accountNumber)
  const missing = (isMissing: boolean) => (isAsked && isMissing ? t('missing') : undefined)
  return (
    <Section title={t('account')}>
      <p className="soft">{t('accountLead')}</p>
      {save.isSuccess && <Notice kind="done">{t('accountSaved')}</Notice>}
      <Form
        onSubmit={() => {
          setAsked(true)
          if (merchantId !== '' && holderName.trim() !== '' && bankName.trim() !== '' && isNumber)
            save.mutate({ holderName, bankName, accountNumber })
        }}
      >
        <SelectField
          label={t('merchant')}
          placeholder={t('choose')}
          error={missing(merchantId === '')}
          value={merchantId}
          options={merchants.map((one) => ({ value: one.merchantId, label: one.name }))}
          onChange={setMerchantId}
        />
        <TextField
          label={t('holderName')}
          error={missing(holderName.trim() === '')}
          value={holderName}
          onChange={setHolderName}
        />
        <TextField
          label={t('bankName')}
          error={missing(bankName.trim() === '')}
          value={bankName}
          onChange={setBankName}
        />
        <TextField
          label={t('accountNumber')}
          error={isAsked && !isNumber ? t('accountWrong') : undefined}
          value={typed}
          onChange={setTyped}
        />
        <ProblemNotice error={save.error} />
        <Button submit busy={save.isPending}>
          {t('accountSave')}
        </Button>
      </Form>
    </Section>
  )
}
