import { ScrollIcon } from '@phosphor-icons/react/dist/csr/Scroll'
import { useEffect } from 'react'
import { Link } from 'wouter'
import { post } from '../../app/api.ts'
import { useAddress } from '../../ui/address.ts'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { hasRole, useSession } from '../../app/session.tsx'
import { useCommand } from '../../app/use-command.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import type { Bulk } from '../../ui/list-column.ts'
import { Notice } from '../../ui/notice.tsx'
import { Paged } from '../../ui/paged.tsx'
import { publishable, type OpenAward } from './award.ts'
import { noticesAdminMessages } from './messages.ts'
import { OpenAwards, PersonSearch, useOpenAwards } from './open-awards.tsx'
import { PublishButton } from './publish-button.tsx'

interface Published {
  noticeId: string
  awards: number
  leftOut: number
  lastDay: string
}

/** So many pages are read unasked, so that the sum above the button is that of all. */
const pagesReadAtOnce = 20

/** What waits for publication, its sum, and the button that puts it on notice. */
export function PublishAwards() {
  const t = useT(noticesAdminMessages)
  const mayPublish = hasRole(useSession().session, ['committee'])
  const list = useOpenAwards('scored')
  const { pages } = list
  const isNarrowed = useAddress().get('q') !== null
  const publish = useCommand((body: { awardIds?: string[] }, idempotencyKey) =>
    post('/api/notices', {}, body, { idempotencyKey }),
  )
  const bulk: Bulk<OpenAward> = {
    may: ({ isOwnHousehold }) => !isOwnHousehold,
    actions: (chosen) => (
      <PublishButton
        label={t('publishChosen', { count: chosen.length })}
        awards={chosen}
        isAll
        busy={publish.isPending}
        onPublish={(close) =>
          publish.mutate({ awardIds: chosen.map(({ awardId }) => awardId) }, { onSettled: close })
        }
      />
    ),
  }
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = pages
  const readPages = pages.data?.pages.length ?? 0
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && readPages < pagesReadAtOnce) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, readPages, fetchNextPage])
  return (
    <div className="stack">
      <PersonSearch />
      {publish.isSuccess && <PublishedNotice published={publish.data} />}
      <ProblemNotice error={publish.error} />
      <Paged pages={pages} empty={<NothingToPublish isNarrowed={isNarrowed} />}>
        {(awards) => (
          <>
            <Summary awards={awards} isAll={!hasNextPage} />
            {mayPublish && !isNarrowed && (
              <>
                <p className="soft">{t('willPublish')}</p>
                <PublishButton
                  label={t('publish')}
                  main
                  awards={awards}
                  isAll={!hasNextPage}
                  busy={publish.isPending}
                  onPublish={(close) => publish.mutate({}, { onSettled: close })}
                />
              </>
            )}
            <OpenAwards
              label={t('tab_scored')}
              awards={awards}
              list={list}
              {...(mayPublish ? { bulk } : {})}
            />
          </>
        )}
      </Paged>
    </div>
  )
}

function NothingToPublish({ isNarrowed }: { isNarrowed: boolean }) {
  const t = useT(noticesAdminMessages)
  return isNarrowed ? (
    <EmptyState icon={ScrollIcon} title={t('noneFound')} />
  ) : (
    <EmptyState icon={ScrollIcon} title={t('empty_scored')} hint={t('emptyHint_scored')} />
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
  const { noticeId, awards, leftOut, lastDay } = published
  return (
    <Notice
      kind="done"
      actions={<Link href={`/v/${villageId}/notices/${noticeId}`}>{t('seeNotice')}</Link>}
    >
      {t('published', { count: awards, until: format.day(lastDay) })}{' '}
      {leftOut > 0 && t('leftOut', { count: leftOut })}
    </Notice>
  )
}
