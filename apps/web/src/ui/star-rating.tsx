import { StarIcon } from '@phosphor-icons/react/dist/csr/Star'
import { useId } from 'react'
import { useT } from './i18n.ts'
import { Icon } from './icon.tsx'
import { uiMessages } from './messages.ts'
import './star-rating.css'

export type StarCount = 1 | 2 | 3 | 4 | 5

const counts: readonly StarCount[] = [1, 2, 3, 4, 5]

/** Choosing one to five stars: a radio group, so arrows, digits of the screen reader and taps work. */
export function StarRating({
  label,
  value,
  onChange,
  hideLabel = false,
}: {
  label: string
  value: StarCount | null
  onChange: (stars: StarCount) => void
  hideLabel?: boolean
}) {
  const t = useT(uiMessages)
  const name = useId()
  return (
    <fieldset className="star-rating">
      <legend className={hideLabel ? 'visually-hidden' : 'field__label'}>{label}</legend>
      <div className="star-rating__stars">
        {counts.map((stars) => {
          const lit = value !== null && stars <= value
          return (
            <label
              key={stars}
              className={lit ? 'star-rating__star star-rating__star--lit' : 'star-rating__star'}
            >
              <input
                type="radio"
                name={name}
                value={stars}
                checked={value === stars}
                aria-label={`${t('stars', { count: stars })} ${t(`starMeaning${stars}`)}`}
                onChange={() => onChange(stars)}
              />
              <Icon of={StarIcon} filled={lit} />
            </label>
          )
        })}
      </div>
      <p className="star-rating__meaning" aria-hidden="true">
        {value !== null && t(`starMeaning${value}`)}
      </p>
    </fieldset>
  )
}
