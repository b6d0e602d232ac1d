import { StarHalfIcon } from '@phosphor-icons/react/dist/csr/StarHalf'
import { StarIcon } from '@phosphor-icons/react/dist/csr/Star'
import { numbersMessages } from '@azalea/client'
import { useFormat } from './format.ts'
import { useT } from './i18n.ts'
import { Icon } from './icon.tsx'
import './star-rating.css'

/** Stars that were given: the mean with one decimal, and from how many. Null: nobody yet. */
export function Stars({ mean, count }: { mean: number | null; count?: number }) {
  const t = useT(numbersMessages)
  const format = useFormat()
  if (mean === null) return <span className="soft">{t('noRating')}</span>
  const halves = Math.round(mean * 2)
  const shown = format.number(Math.round(mean * 10) / 10)
  return (
    <span className="stars">
      <span className="visually-hidden">{t('starsOfFive', { stars: shown })}</span>
      <span className="stars__drawing" aria-hidden="true">
        {[1, 2, 3, 4, 5].map((star) => (
          <Icon
            key={star}
            of={halves === star * 2 - 1 ? StarHalfIcon : StarIcon}
            filled={halves >= star * 2 - 1}
          />
        ))}
      </span>
      <span className="stars__number" aria-hidden="true">
        {shown}
      </span>
      {count !== undefined && <span className="soft small">{t('ratingCount', { count })}</span>}
    </span>
  )
}
