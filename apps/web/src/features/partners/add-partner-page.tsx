import { partnerKindsMessages } from '@azalea/client'
import { useState } from 'react'
import { post } from '../../app/api.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button, ButtonRow, LinkButton } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { useT } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { ShownCode } from '../../ui/shown-code.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { partnersMessages } from './messages.ts'

const kinds = ['shop', 'canteen', 'carrier', 'trader'] as const
type Kind = (typeof kinds)[number]

/** Enters a partner, and shows their key this once. */
export function AddPartnerPage() {
  const t = useT(partnersMessages)
  const words = useT(partnerKindsMessages)
  const [name, setName] = useState('')
  const [kind, setKind] = useState<Kind>('shop')
  const [isAsked, setAsked] = useState(false)
  const add = useCommand((body: { name: string; kind: Kind }, idempotencyKey) =>
    post('/api/partners', {}, body, { idempotencyKey }),
  )
  const submit = () => {
    setAsked(true)
    if (name.trim() !== '') add.mutate({ name: name.trim(), kind })
  }
  const again = () => {
    add.reset()
    setName('')
    setAsked(false)
  }
  return (
    <Page title={t('add')} back="/workbench/partners">
      {add.isSuccess ? (
        <>
          <Notice kind="done">{t('added')}</Notice>
          <p>{t('keyOnce')}</p>
          <ShownCode>{add.data.key}</ShownCode>
          <p>{t('keyHow')}</p>
          <ButtonRow>
            <LinkButton kind="primary" to="/workbench/partners">
              {t('toList')}
            </LinkButton>
            <Button onClick={again}>{t('another')}</Button>
          </ButtonRow>
        </>
      ) : (
        <Form onSubmit={submit}>
          <TextField
            label={t('name')}
            hint={t('nameHint')}
            error={isAsked && name.trim() === '' ? t('nameMissing') : undefined}
            value={name}
            maxLength={40}
            onChange={setName}
          />
          <SelectField
            label={t('kind')}
            value={kind}
            options={kinds.map((value) => ({ value, label: words(`partner_${value}`) }))}
            onChange={setKind}
          />
          <ProblemNotice error={add.error} />
          <Button kind="primary" submit wide busy={add.isPending}>
            {t('submit')}
          </Button>
        </Form>
      )}
    </Page>
  )
}
