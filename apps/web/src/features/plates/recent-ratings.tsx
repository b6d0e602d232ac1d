import { useT } from '../../app/i18n.ts'
import { List, ListRow } from '../../ui/list.tsx'
import { Section } from '../../ui/page.tsx'
import { Stars } from '../../ui/stars.tsx'
import { Day } from '../../ui/when.tsx'
import { platesMessages } from './messages.ts'
import type { ShownRating } from './plate-answer.ts'

/** What others said, without their names. */
export function RecentRatings({ ratings }: { ratings: readonly ShownRating[] }) {
  const t = useT(platesMessages)
  if (ratings.length === 0) return null
  return (
    <Section title={t('recent')}>
      <List label={t('recent')}>
        {ratings.map(({ stars, words, ratedOn }, index) => (
          <ListRow
            // Without names or ids there is nothing else that tells two ratings apart.
            key={`${ratedOn} ${index}`}
            title={<Stars mean={stars} />}
            {...(words === null ? {} : { note: words })}
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
