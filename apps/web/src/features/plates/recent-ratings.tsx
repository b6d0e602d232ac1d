import { platesMessages } from '@azalea/client'
import { apiUrl } from '../../app/api.ts'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { List, ListRow } from '../../ui/list.tsx'
import { Section } from '../../ui/page.tsx'
import { Stars } from '../../ui/stars.tsx'
import { Day } from '../../ui/when.tsx'
import type { ShownRating } from './plate-answer.ts'
import './rating-photo.css'

/** What others said, without their names. */
export function RecentRatings({ ratings }: { ratings: readonly ShownRating[] }) {
  const t = useT(platesMessages)
  if (ratings.length === 0) return null
  // Guests are not told what was said.
  const saysAny = ratings.some(({ words, photoFileId }) => words !== null || photoFileId !== null)
  const title = t(saysAny ? 'recent' : 'recentStars')
  return (
    <Section title={title}>
      <List label={title}>
        {ratings.map(({ stars, words, photoFileId, ratedOn }, index) => (
          <ListRow
            // Without names or ids there is nothing else that tells two ratings apart.
            key={`${ratedOn} ${index}`}
            title={<Stars mean={stars} />}
            note={
              <>
                {words !== null && <span>{words}</span>}
                {photoFileId !== null && <RatingPhoto fileId={photoFileId} day={ratedOn} />}
              </>
            }
            end={
              <span className="soft small">
                <Day day={ratedOn} />
              </span>
            }
          />
        ))}
      </List>
    </Section>
  )
}

function RatingPhoto({ fileId, day }: { fileId: string; day: string }) {
  const t = useT(platesMessages)
  const format = useFormat()
  return (
    <img
      className="rating-photo"
      loading="lazy"
      src={apiUrl('/api/photos/{fileId}', { fileId })}
      alt={t('ratingPhoto', { day: format.day(day) })}
    />
  )
}
