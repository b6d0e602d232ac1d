import { platesMessages, type PlateAnswer, type PlateView } from '@azalea/client'
import { StarIcon } from '@phosphor-icons/react/dist/csr/Star'
import { useT } from '../../ui/i18n.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Stars } from '../../ui/stars.tsx'
import { Day } from '../../ui/when.tsx'
import { WhyNot } from '../../ui/why-not.tsx'
import type { ShownRating } from './plate-answer.ts'

/** The reader's own rating, and the way to give one; or why it cannot be given now. */
export function RateCall({ plate, view }: { plate: PlateAnswer; view: PlateView }) {
  const { code, myRating } = plate
  const ratePath = `/p/${code}/rate`
  return (
    <div className="stack">
      {myRating !== null && <Mine rating={myRating} />}
      {view.rate !== null ? (
        <LinkButton kind="primary" icon={StarIcon} wide to={ratePath}>
          {view.rate}
        </LinkButton>
      ) : (
        <WhyNot code={plate.canRate.code} sentence={view.whyNot} />
      )}
    </div>
  )
}

/** Ratings are the village's own: others are not led to a sign-in that is not for them. */
export function VisitorCall({ code }: { code: string }) {
  const t = useT(platesMessages)
  return (
    <div className="stack stack--tight">
      <p className="soft">{t('rateNeedsSignIn')}</p>
      <LinkButton to={`/sign-in?next=${encodeURIComponent(`/p/${code}/rate`)}`}>
        {t('signInToRate')}
      </LinkButton>
    </div>
  )
}

function Mine({ rating: { stars, words, ratedOn } }: { rating: ShownRating }) {
  const t = useT(platesMessages)
  return (
    <div className="stack stack--tight">
      <p className="row">
        <span>{t('youGave')}</span> <Stars mean={stars} />
        <span className="soft small">
          <Day day={ratedOn} />
        </span>
      </p>
      {words !== null && <p className="soft">{words}</p>}
    </div>
  )
}
