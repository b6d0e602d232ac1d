import { useState } from 'react'
import { post } from '../../app/api.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { moneyMessages } from './messages.ts'
import type { RunLine } from './money.ts'

/** Cash for which nobody comes any more: who has died or moved away. */
export function UnpaidForm({ runId: id, lines }: { runId: string; lines: readonly RunLine[] }) {
  const t = useT(moneyMessages)
  const format = useFormat()
  const [chosen, setChosen] = useState('')
  const [reason, setReason] = useState('')
  const [isAsked, setAsked] = useState(false)
  const enter = useCommand(
    (body: { no: number; reason: string }, idempotencyKey) =>
      post('/api/payment-runs/{id}/unpaid', { id }, body, { idempotencyKey }),
    () => {
      setChosen('')
      setReason('')
      setAsked(false)
    },
  )
  const pending = lines.filter(({ state, isOwn }) => state === 'pending' && !isOwn)
  const said = reason.trim()
  if (pending.length === 0) return null
  return (
    <details>
      <summary>{t('unpaid')}</summary>
      <div className="stack">
        <p className="soft">{t('unpaidHint')}</p>
        {enter.isSuccess && <Notice kind="done">{t('unpaidDone')}</Notice>}
        <Form
          onSubmit={() => {
            setAsked(true)
            if (chosen !== '' && said !== '') enter.mutate({ no: Number(chosen), reason: said })
          }}
        >
          <SelectField
            label={t('unpaidWho')}
            placeholder={t('unpaidChoose')}
            value={chosen}
            options={pending.map(({ no, payeeName, place, amountFen }) => ({
              value: String(no),
              label: `${t('signOf', { no, name: payeeName, money: format.money(amountFen) })} · ${place}`,
            }))}
            error={isAsked && chosen === '' ? t('unpaidChoose') : undefined}
            onChange={setChosen}
          />
          <TextField
            label={t('unpaidWhy')}
            hint={t('unpaidWhyHint')}
            error={isAsked && said === '' ? t('fieldMissing') : undefined}
            value={reason}
            maxLength={60}
            onChange={setReason}
          />
          <ProblemNotice error={enter.error} />
          <Button submit busy={enter.isPending}>
            {t('unpaidSend')}
          </Button>
        </Form>
      </div>
    </details>
  )
}
