import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { Stars } from '../../ui/stars.tsx'
import { platesMessages } from './messages.ts'
import type { PlateAnswer } from './plate-answer.ts'
import './stars-given.css'

/** The mean, what it comes to when raters' leanings are allowed for, and how many gave each. */
export function StarsGiven({ stars, calibrated }: Pick<PlateAnswer, 'stars' | 'calibrated'>) {
  const t = useT(platesMessages)
  const format = useFormat()
  const inStars = (hundredths: number) => format.number(Math.round(hundredths / 10) / 10)
  const { averageTenths, count, distribution } = stars
  if (averageTenths === null) return <p className="soft">{t('nobodyYet')}</p>
  const most = Math.max(1, ...distribution)
  const rows = distribution.map((given, index) => ({ star: index + 1, given })).toReversed()
  return (
    <div className="stack stack--tight">
      <div className="stars-given__mean">
        <Stars mean={averageTenths / 10} count={count} />
      </div>
      {calibrated !== null && (
        <p>
          {t('calibrated', {
            stars: inStars(calibrated.scoreHundredths),
            low: inStars(calibrated.lowHundredths),
            high: inStars(calibrated.highHundredths),
            count: calibrated.ratings,
          })}
        </p>
      )}
      <ul className="stars-given" aria-label={t('distribution')}>
        {rows.map(({ star, given }) => (
          <li key={star}>
            <span className="visually-hidden">{t('gaveStars', { star, count: given })}</span>
            <span aria-hidden="true">{t('star', { count: star })}</span>
            <span className="stars-given__track" aria-hidden="true">
              <span style={{ inlineSize: `${(given / most) * 100}%` }} />
            </span>
            <span className="numeric" aria-hidden="true">
              {given}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
