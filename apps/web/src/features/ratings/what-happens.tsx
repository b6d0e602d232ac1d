import { ratingsMessages } from '@azalea/client'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { Section } from '../../ui/page.tsx'
import type { RatedPlate } from './rated-plate.ts'
import { useRatingWorth } from './rating-worth.ts'
import './what-happens.css'

/** Said before the rating is given: who sees what, what it earns, what becomes of an earlier one. */
export function WhatHappens({
  earlier,
  subjectKind,
}: {
  earlier: RatedPlate['myRating']
  subjectKind: string
}) {
  const t = useT(ratingsMessages)
  const format = useFormat()
  const worth = useRatingWorth(subjectKind)
  return (
    <Section title={t('whatHappens')}>
      <ul className="what-happens">
        <li>{t('whoSees')}</li>
        <li>{t('onceADay')}</li>
        {earlier !== null && (
          <li>{t('replaces', { day: format.day(earlier.ratedOn), count: earlier.stars })}</li>
        )}
        {worth !== null && <li>{t(worth.starsCount ? 'starsCount' : 'starsShown')}</li>}
        {worth !== null && worth.sentences !== null && (
          <li>{t('worth', { sentences: worth.sentences })}</li>
        )}
      </ul>
    </Section>
  )
}
