import { unsentMessages } from '@azalea/client'
import { useQueryClient } from '@tanstack/react-query'
import { Suspense, useEffect, useRef, useState, type ReactNode } from 'react'
import { Link, matchRoute, Redirect, Route, useLocation, useRouter, useSearch } from 'wouter'
import { Button } from '../ui/button.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Notice } from '../ui/notice.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { AppBar } from './app-bar.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { useT } from '../ui/i18n.ts'
import { appMessages } from './messages.ts'
import { NoAccessPage, NotFoundPage } from './not-found-page.tsx'
import { useOnline } from './online.ts'
import { Places } from './places.tsx'
import { mayOpen, type RouteEntry } from './route.tsx'
import { routes } from './routes.ts'
import {
  onFirstWorker,
  switchToNewVersion,
  useServiceWorker,
  useUpdateReady,
} from './service-worker.ts'
import { isOutsider, useSession } from './session.tsx'
import { useSetup } from './setup.ts'
import { useLanguage } from '../ui/settings.ts'
import { useOutbox, useOutboxSender } from './use-outbox.ts'
import './shell.css'

/** Bar, strips of news about the connection, the page, and the five places. */
export function Shell() {
  useOutboxSender()
  useServerLanguage()
  useKeptAnswers()
  useServiceWorker()
  const [path] = useLocation()
  const { parser } = useRouter()
  const route = routes.find((entry) => matchRoute(parser, entry.path, path)[0])
  return (
    <Frame bare={route?.layout === 'bare'} path={path}>
      {route === undefined ? (
        <NotFoundPage />
      ) : (
        <Route path={route.path}>
          <Guarded route={route} />
        </Route>
      )}
    </Frame>
  )
}

function Frame({ bare, path, children }: { bare: boolean; path: string; children: ReactNode }) {
  const t = useT(appMessages)
  const { session, isLoading, error } = useSession()
  const visitor = session === null && !isLoading && error === null
  // Before the first village there is no place to go to.
  const setup = useSetup(visitor).data
  const isFounded = setup?.needed !== true || !visitor
  const only = setup?.villages.length === 1 ? setup.villages[0] : undefined
  const hasPlaces = !bare && isFounded
  const main = useRef<HTMLElement>(null)
  return (
    <div className={hasPlaces ? 'shell' : 'shell shell--bare'}>
      <button type="button" className="shell__skip" onClick={() => main.current?.focus()}>
        {t('skip')}
      </button>
      {!bare && <AppBar session={session} visitor={visitor && isFounded} />}
      {!bare && <Strips />}
      {hasPlaces && (
        <Places session={session} visited={visitor ? (only?.villageId ?? null) : null} />
      )}
      <main ref={main} tabIndex={-1}>
        <ErrorBoundary key={path}>
          <Suspense fallback={<PageLoading />}>{children}</Suspense>
        </ErrorBoundary>
      </main>
    </div>
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

function PageLoading() {
  return (
    <div className="page">
      <Skeleton of="text" count={2} />
      <Skeleton count={4} />
    </div>
  )
}

function Strips() {
  const t = useT(appMessages)
  const unsent = useT(unsentMessages)
  const online = useOnline()
  const updateReady = useUpdateReady()
  const outbox = useOutbox()
  const waiting = outbox.filter((entry) => entry.state === 'waiting').length
  const refused = outbox.filter((entry) => entry.state === 'refused').length
  return (
    <div className="shell__strips">
      {!online && <Notice kind="waiting">{t('offline')}</Notice>}
      {waiting > 0 && (
        <Notice kind="waiting" actions={<Link href="/waiting">{unsent('see')}</Link>}>
          {unsent('waiting', { count: waiting })}
        </Notice>
      )}
      {refused > 0 && (
        <Notice kind="wrong" actions={<Link href="/waiting">{unsent('see')}</Link>}>
          {unsent('refused', { count: refused })}
        </Notice>
      )}
      {updateReady && (
        <Notice
          actions={
            <Button kind="quiet" onClick={switchToNewVersion}>
              {t('reload')}
            </Button>
          }
        >
          {t('updateReady')}
        </Notice>
      )}
    </div>
  )
}

/** The server's sentences come in the reader's language, so they are read again when it changes. */
function useServerLanguage(): void {
  const language = useLanguage()
  const shown = useRef(language)
  const queryClient = useQueryClient()
  useEffect(() => {
    if (shown.current === language) return
    shown.current = language
    void queryClient.invalidateQueries()
  }, [language, queryClient])
}

/** What the very first visit has shown can be seen again without a network. */
function useKeptAnswers(): void {
  const queryClient = useQueryClient()
  useEffect(() => onFirstWorker(() => void queryClient.invalidateQueries()), [queryClient])
}
