import { useT } from './i18n.ts'
import { Button } from './button.tsx'
import { uiMessages } from './messages.ts'

/** Below a list that is read page by page: the next page, or the news that there is none. */
export function Pager({
  hasMore,
  loading,
  onMore,
}: {
  hasMore: boolean
  loading: boolean
  onMore: () => void
}) {
  const t = useT(uiMessages)
  if (!hasMore) return <p className="soft small">{t('allShown')}</p>
  return (
    <Button busy={loading} onClick={onMore} wide>
      {loading ? t('loading') : t('loadMore')}
    </Button>
  )
}
