import { isOfCompany, readGtin } from '@azalea/text'
import { useState } from 'react'
import { post } from '../../app/api.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { useT } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { gtinMessages } from './gtin-messages.ts'
import { toGrams, type Gtins } from './packs.ts'

/** What GS1 gave the village. */
export function PrefixForm({ isFirst }: { isFirst: boolean }) {
  const t = useT(gtinMessages)
  const [prefix, setPrefix] = useState('')
  const [isAsked, setAsked] = useState(false)
  const enter = useCommand(
    (body: { prefix: string }, idempotencyKey) =>
      post('/api/gtins/prefix', {}, body, { idempotencyKey }),
    () => {
      setPrefix('')
      setAsked(false)
    },
  )
  const digits = prefix.trim()
  const fits = /^\d{6,12}$/.test(digits)
  const submit = () => {
    setAsked(true)
    if (fits) enter.mutate({ prefix: digits })
  }
  return (
    <Form onSubmit={submit}>
      <TextField
        label={t('prefix')}
        hint={isFirst ? t('prefixHint') : t('otherMeans')}
        error={isAsked && !fits ? t('prefixMissing') : undefined}
        value={prefix}
        maxLength={14}
        onChange={setPrefix}
      />
      <ProblemNotice error={enter.error} />
      <Button submit {...(isFirst ? { kind: 'primary' } : {})} busy={enter.isPending}>
        {t(isFirst ? 'enterPrefix' : 'otherPrefix')}
      </Button>
    </Form>
  )
}

interface Body {
  readonly gtin: string
  readonly crop: string
  readonly netGrams: number
}

/** A GTIN for packs of one crop and net weight; what can be seen of a wrong one is said before it is sent. */
export function GtinForm({ crops, prefix }: { crops: Gtins['crops']; prefix: string }) {
  const t = useT(gtinMessages)
  const [asked, setAsked] = useState(0)
  const enter = useCommand(
    (body: Body, idempotencyKey) => post('/api/gtins', {}, body, { idempotencyKey }),
    () => setAsked((count) => count + 1),
  )
  return (
    <>
      {enter.isSuccess && <Notice kind="done">{t('entered')}</Notice>}
      <Fields
        key={asked}
        crops={crops}
        prefix={prefix}
        error={enter.error}
        isBusy={enter.isPending}
        onEnter={enter.mutate}
      />
    </>
  )
}

function Fields({
  crops,
  prefix,
  error,
  isBusy,
  onEnter,
}: {
  crops: Gtins['crops']
  prefix: string
  error: Error | null
  isBusy: boolean
  onEnter: (body: Body) => void
}) {
  const t = useT(gtinMessages)
  const [typed, setTyped] = useState('')
  const [crop, setCrop] = useState('')
  const [kg, setKg] = useState<number | null>(null)
  const [isAsked, setAsked] = useState(false)
  const gtin = readGtin(typed)
  const isOwn = gtin !== null && isOfCompany(gtin, prefix)
  const netGrams = toGrams(kg)
  const submit = () => {
    setAsked(true)
    if (gtin !== null && isOwn && crop !== '' && netGrams > 0) onEnter({ gtin, crop, netGrams })
  }
  const wrongGtin = gtin === null ? t('gtinMissing') : t('gtinOfOther', { prefix })
  return (
    <Form onSubmit={submit}>
      <TextField
        label={t('gtin')}
        hint={t('gtinHint')}
        error={isAsked && !isOwn ? wrongGtin : undefined}
        value={typed}
        maxLength={20}
        onChange={setTyped}
      />
      <SelectField
        label={t('crop')}
        placeholder={t('choose')}
        error={isAsked && crop === '' ? t('cropMissing') : undefined}
        value={crop}
        options={crops.map((value) => ({ value, label: value }))}
        onChange={setCrop}
      />
      <NumberField
        label={t('grams')}
        unit={t('kg')}
        error={isAsked && netGrams === 0 ? t('gramsMissing') : undefined}
        value={null}
        onChange={setKg}
      />
      <p className="soft">{t('from')}</p>
      <ProblemNotice error={error} />
      <Button kind="primary" submit busy={isBusy}>
        {t('enter')}
      </Button>
    </Form>
  )
}
