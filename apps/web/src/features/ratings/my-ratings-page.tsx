import { type Item, ratingsMessages } from '@azalea/client'
import { StarIcon } from '@phosphor-icons/react/dist/csr/Star'
import { apiUrl } from '../../app/api.ts'
import { usePages } from '../../app/use-pages.ts'
import { useT } from '../../ui/i18n.ts'
import { LinkButton } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { List, ListRow } from '../../ui/list.tsx'
import { Page } from '../../ui/page.tsx'
import { Pager } from '../../ui/pager.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Stars } from '../../ui/stars.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { Day } from '../../ui/when.tsx'
import { OwnStyle } from './own-style.tsx'
import './my-ratings.css'

type MyRating = Item<'/api/me/ratings'>

/** What I gave, newest first; those that a later one replaced stay in sight. */
export function MyRatingsPage() {
  const t = useT(ratingsMessages)
  const ratings = usePages('/api/me/ratings')
  const rows = ratings.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Page title={t('mineTitle')} lead={t('mineLead')} back="/rate">
      <OwnStyle />
      {ratings.isPending && <Skeleton count={6} />}
      {ratings.isError && (
        <ErrorState error={ratings.error} onRetry={() => void ratings.refetch()} />
      )}
      {ratings.isSuccess && rows.length === 0 && (
        <EmptyState icon={StarIcon} title={t('mineEmpty')} hint={t('mineEmptyHint')}>
          <LinkButton kind="primary" to="/rate">
            {t('title')}
          </LinkButton>
        </EmptyState>
      )}
      {rows.length > 0 && (
        <div className="stack">
          <List label={t('mineTitle')}>
            {rows.map((rating) => (
              <Row key={rating.ratingId} rating={rating} />
            ))}
          </List>
          <Pager
            hasMore={ratings.hasNextPage}
            loading={ratings.isFetchingNextPage}
            onMore={() => void ratings.fetchNextPage()}
          />
        </div>
      )}
    </Page>
  )
}

function Row({ rating }: { rating: MyRating }) {
  const t = useT(ratingsMessages)
  const { label, stars, words, photoFileId, ratedOn, counts } = rating
  return (
    <ListRow
      title={label}
      note={
        <>
          <Stars mean={stars} />
          <Day day={ratedOn} />
          {words !== null && <span className="my-ratings__words">{words}</span>}
          {!counts && <StateBadge tone="past">{t('replacedLater')}</StateBadge>}
        </>
      }
      {...(photoFileId === null
        ? {}
        : {
            end: (
              <img
                className="my-ratings__photo"
                src={apiUrl('/api/photos/{fileId}', { fileId: photoFileId })}
                alt={t('photoOf', { label })}
                loading="lazy"
              />
            ),
          })}
    />
  )
}
