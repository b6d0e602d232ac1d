import { useState } from 'react'
import { post } from '../../app/api.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { useLanguage } from '../../ui/settings.ts'
import { StateBadge } from '../../ui/state-badge.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { counterMessages } from './counter-messages.ts'
import { inWords, type Good, type Lot } from './shop.ts'
import './shop.css'

/** One lot, with the form in which its count is entered. */
export function LotLine({ lot, goods }: { lot: Lot; goods: readonly Good[] }) {
  const t = useT(counterMessages)
  const format = useFormat()
  const language = useLanguage()
  const [isOpen, setOpen] = useState(false)
  const good = goods.find(({ goodRef }) => goodRef === lot.goodRef)
  const name = good === undefined ? lot.goodRef : inWords(good.name, language)
  const { expiresOn, isExpired, leftQuantity, reservedQuantity } = lot
  return (
    <li className="good">
      <div className="good__line">
        <span className="good__words">
          <span className="list__title">{name}</span>
          <span className="list__note">
            <span>
              {t('left')} {leftQuantity} · {t('onShelf')} {leftQuantity + reservedQuantity}
            </span>
            <span>
              {expiresOn === null ? t('keeps') : `${t('expires')} ${format.day(expiresOn)}`}
            </span>
            <span>{format.money(lot.unitCostFen)}</span>
            {isExpired && <StateBadge tone="wrong">{t('expired')}</StateBadge>}
          </span>
        </span>
        {!isOpen && (
          <Button label={t('countLabel', { name })} onClick={() => setOpen(true)}>
            {t('count')}
          </Button>
        )}
      </div>
      {isOpen && <CountForm lotId={lot.lotId} />}
    </li>
  )
}

const reasons = ['counted', 'spoiled', 'expired'] as const
type Reason = (typeof reasons)[number]

function CountForm({ lotId }: { lotId: string }) {
  const t = useT(counterMessages)
  const [countedQuantity, setCounted] = useState<number | null>(null)
  const [why, setWhy] = useState<Reason>('counted')
  const [words, setWords] = useState('')
  const [isAsked, setAsked] = useState(false)
  const count = useCommand(
    (body: { countedQuantity: number; why: Reason; words: string }, idempotencyKey) =>
      post('/api/shop/lots/{id}/count', { id: lotId }, body, { idempotencyKey }),
  )
  if (count.isSuccess) {
    const { difference } = count.data
    return (
      <Notice kind="done">
        {difference === 0 ? t('noDifference') : t('difference', { count: difference })}
      </Notice>
    )
  }
  return (
    <Form
      onSubmit={() => {
        setAsked(true)
        if (countedQuantity !== null && words.trim() !== '')
          count.mutate({ countedQuantity, why, words })
      }}
    >
      <NumberField
        whole
        label={t('counted')}
        hint={t('countedHint')}
        error={isAsked && countedQuantity === null ? t('quantityWrong') : undefined}
        value={countedQuantity}
        onChange={setCounted}
      />
      <SelectField<Reason>
        label={t('why')}
        value={why}
        options={reasons.map((value) => ({ value, label: t(`why_${value}`) }))}
        onChange={setWhy}
      />
      <TextField
        label={t('words')}
        error={isAsked && words.trim() === '' ? t('wordsMissing') : undefined}
        value={words}
        onChange={setWords}
      />
      <ProblemNotice error={count.error} />
      <Button kind="primary" submit busy={count.isPending}>
        {t('saveCount')}
      </Button>
    </Form>
  )
}
