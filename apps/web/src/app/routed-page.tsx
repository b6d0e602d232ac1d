import { useState } from 'react'
import { matchRoute, Redirect, Route, useLocation, useRouter, useSearch } from 'wouter'
import { ErrorState } from '../ui/error-state.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { NoAccessPage, NotFoundPage } from './not-found-page.tsx'
import { mayOpen, type RouteEntry } from './route.tsx'
import { isOutsider, useSession } from './session.tsx'

type Parser = ReturnType<typeof useRouter>['parser']

/** The first of these pages that stands at a path. */
export const findRoute = (routes: readonly RouteEntry[], path: string, parser: Parser) =>
  routes.find((entry) => matchRoute(parser, entry.path, path)[0])

/** The page where one is now, if one may open it. */
export function RoutedPage({ routes }: { routes: readonly RouteEntry[] }) {
  const [path] = useLocation()
  const route = findRoute(routes, path, useRouter().parser)
  if (route === undefined) return <NotFoundPage />
  return (
    <Route path={route.path}>
      <Guarded route={route} />
    </Route>
  )
}

function Guarded({ route }: { route: RouteEntry }) {
  const { session, isLoading, error } = useSession()
  const [path] = useLocation()
  const search = useSearch()
  const [wasSignedIn, setWasSignedIn] = useState(false)
  if (session !== null && !wasSignedIn) setWasSignedIn(true)
  if (route.access !== undefined) {
    if (isLoading) return <PageLoading />
    if (error !== null && session === null) return <ErrorState error={error} />
    if (session === null) {
      const next = encodeURIComponent(search === '' ? path : `${path}?${search}`)
      // Who signs out leaves for another page first: here the session was ended by somebody else.
      const ended = wasSignedIn ? '&ended=1' : ''
      return <Redirect to={`/sign-in?next=${next}${ended}`} replace />
    }
    if (!mayOpen(route.access, session)) return <NoAccessPage />
  }
  if (route.path === '/' && isOutsider(session)) return <Redirect to="/till" replace />
  return <route.page />
}

export function PageLoading() {
  return (
    <div className="page">
      <Skeleton of="text" count={2} />
      <Skeleton count={4} />
    </div>
  )
}
