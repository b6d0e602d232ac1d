import { askingMessages } from '@azalea/client'
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
  const asking = useT(askingMessages)
  if (!hasMore) return <p className="soft small">{t('allShown')}</p>
  return (
    <Button busy={loading} onClick={onMore} wide>
      {loading ? asking('loading') : t('loadMore')}
    </Button>
  )
}
