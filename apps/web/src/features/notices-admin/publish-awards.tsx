import { ScrollIcon } from '@phosphor-icons/react/dist/csr/Scroll'
import { useEffect } from 'react'
import { Link } from 'wouter'
import { apiPost } from '../../app/api.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { hasRole, useSession } from '../../app/session.tsx'
import { useCommand } from '../../app/use-command.ts'
import { usePages } from '../../app/use-pages.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Paged } from '../../ui/paged.tsx'
import { publishable, type OpenAward, type OpenAwardPage } from './award.ts'
import { noticesAdminMessages } from './messages.ts'
import { OpenAwards } from './open-awards.tsx'

interface Published {
  noticeId: string
  awards: number
  leftOut: number
  endsAt: string
}

/** So many pages are read unasked, so that the sum above the button is that of all. */
const pagesReadAtOnce = 10

/** What waits for publication, its sum, and the button that puts it on notice. */
export function PublishAwards() {
  const t = useT(noticesAdminMessages)
  const { session } = useSession()
  const pages = usePages<OpenAwardPage>('/api/awards', { state: 'scored', limit: 100 })
  const publish = useCommand((body: Record<string, never>, idempotencyKey) =>
    apiPost<Published>('/api/notices', body, { idempotencyKey }),
  )
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = pages
  const readPages = pages.data?.pages.length ?? 0
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && readPages < pagesReadAtOnce) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, readPages, fetchNextPage])
  return (
    <div className="stack">
      {publish.isSuccess && <PublishedNotice published={publish.data} />}
      <Paged<OpenAward, OpenAwardPage>
        pages={pages}
        empty={
          <EmptyState icon={ScrollIcon} title={t('empty_scored')} hint={t('emptyHint_scored')} />
        }
      >
        {(awards) => (
          <>
            <Summary awards={awards} isAll={!hasNextPage} />
            {hasRole(session, ['committee']) && (
              <>
                <p className="soft">{t('willPublish')}</p>
                <ProblemNotice error={publish.error} />
                <Button
                  kind="primary"
                  wide
                  busy={publish.isPending}
                  disabled={publishable(awards).count === 0}
                  onClick={() => publish.mutate({})}
                >
                  {t('publish')}
                </Button>
              </>
            )}
            <OpenAwards label={t('tab_scored')} awards={awards} />
          </>
        )}
      </Paged>
    </div>
  )
}

function Summary({ awards, isAll }: { awards: readonly OpenAward[]; isAll: boolean }) {
  const t = useT(noticesAdminMessages)
  const format = useFormat()
  const { count, own, pointsHundredths } = publishable(awards)
  const points = format.signedPoints(pointsHundredths)
  return (
    <div>
      <p>
        <strong>{t(isAll ? 'sum' : 'sumSoFar', { count, points })}</strong>
      </p>
      {own > 0 && <p className="soft small">{t('ownLeftOut', { count: own })}</p>}
    </div>
  )
}

function PublishedNotice({ published }: { published: Published }) {
  const t = useT(noticesAdminMessages)
  const format = useFormat()
  const villageId = useSession().session?.village.villageId ?? ''
  const { noticeId, awards, leftOut, endsAt } = published
  return (
    <Notice
      kind="done"
      actions={<Link href={`/v/${villageId}/notices/${noticeId}`}>{t('seeNotice')}</Link>}
    >
      {t('published', { count: awards, until: format.when(endsAt) })}{' '}
      {leftOut > 0 && t('leftOut', { count: leftOut })}
    </Notice>
  )
}
