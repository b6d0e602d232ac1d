import { Skeleton } from '../../ui/skeleton.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { lazyPage } from '../../ui/lazy-page.tsx'
import { useSession } from '../../app/session.tsx'
import { PublicHome } from './public-home.tsx'

/** A first visit is not signed in, and needs nothing of the member's home. */
const MemberHome = lazyPage(() => import('./member-home.tsx').then((m) => m.MemberHome))

/** What waits for a villager, or for a visitor what this is. */
export function HomePage() {
  const { session, isLoading, error } = useSession()
  if (session !== null) return <MemberHome session={session} />
  if (error !== null) return <ErrorState error={error} onRetry={() => location.reload()} />
  if (!isLoading) return <PublicHome />
  return (
    <div className="page">
      <Skeleton of="text" count={1} />
      <Skeleton of="number" count={1} />
      <Skeleton count={4} />
    </div>
  )
}
