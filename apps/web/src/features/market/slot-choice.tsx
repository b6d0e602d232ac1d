import { useId } from 'react'
import { useT } from '../../ui/i18n.ts'
import { Span, When } from '../../ui/when.tsx'
import type { Slot } from './market.ts'
import { marketMessages } from './messages.ts'
import '../../ui/choice.css'

/** When and where it is fetched, or brought; a full one stays in sight and cannot be chosen. */
export function SlotChoice({
  slots,
  value,
  error,
  onChange,
}: {
  slots: readonly Slot[]
  value: string
  error: string | undefined
  onChange: (slotId: string) => void
}) {
  const t = useT(marketMessages)
  const name = useId()
  const errorId = useId()
  return (
    <fieldset className="field" aria-invalid={error === undefined ? undefined : true}>
      <legend className="field__label">{t('when')}</legend>
      {slots.length === 0 && <p className="soft">{t('noSlots')}</p>}
      {slots.map((slot) => (
        // oxlint-disable-next-line jsx-a11y/label-has-associated-control -- its words stand deeper than the rule looks
        <label key={slot.slotId} className="choice" htmlFor={`${name} ${slot.slotId}`}>
          <input
            id={`${name} ${slot.slotId}`}
            type="radio"
            name={name}
            checked={slot.slotId === value}
            disabled={slot.isFull}
            aria-describedby={error === undefined ? undefined : errorId}
            onChange={() => onChange(slot.slotId)}
          />
          <span className="choice__words">
            <strong>{`${t(slot.kind)} · ${slot.name}${slot.isFull ? ` (${t('full')})` : ''}`}</strong>
            <span>
              <Span from={slot.startsAt} to={slot.endsAt} dated />
            </span>
            <span className="choice__hint">
              {slot.place} · {t('until')} <When at={slot.ordersUntil} />
            </span>
          </span>
        </label>
      ))}
      {error !== undefined && (
        <p className="field__error" id={errorId}>
          {error}
        </p>
      )}
    </fieldset>
  )
}
