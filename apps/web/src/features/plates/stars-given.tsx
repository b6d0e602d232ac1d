import { platesMessages, type StarsView } from '@azalea/client'
import { useT } from '../../ui/i18n.ts'
import { Stars } from '../../ui/stars.tsx'
import './stars-given.css'

/** The mean, what it comes to when raters' leanings are allowed for, and how many gave each. */
export function StarsGiven({ stars: { mean, count, fairScore, given } }: { stars: StarsView }) {
  const t = useT(platesMessages)
  if (mean === null) return <p className="soft">{t('nobodyYet')}</p>
  return (
    <div className="stack stack--tight">
      <div className="stars-given__mean">
        <Stars mean={mean} count={count} />
      </div>
      {fairScore !== null && <p>{fairScore}</p>}
      <ul className="stars-given" aria-label={t('distribution')}>
        {given.map(({ star, count: people, share, words }) => (
          <li key={star}>
            <span className="visually-hidden">{words}</span>
            <span aria-hidden="true">{t('star', { count: star })}</span>
            <span className="stars-given__track" aria-hidden="true">
              <span style={{ inlineSize: `${share * 100}%` }} />
            </span>
            <span className="numeric" aria-hidden="true">
              {people}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
