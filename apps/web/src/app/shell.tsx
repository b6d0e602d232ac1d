import { unsentMessages } from '@azalea/client'
import { useQueryClient } from '@tanstack/react-query'
import { Suspense, useEffect, useRef, type ReactNode } from 'react'
import { Link, useLocation, useRouter } from 'wouter'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { AppBar } from './app-bar.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { useT } from '../ui/i18n.ts'
import { appMessages } from './messages.ts'
import { useOnline } from './online.ts'
import { Places } from './places.tsx'
import { findRoute, PageLoading, RoutedPage } from './routed-page.tsx'
import { routes } from './routes.ts'
import {
  onFirstWorker,
  switchToNewVersion,
  useServiceWorker,
  useUpdateReady,
} from './service-worker.ts'
import { useSession } from './session.tsx'
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
  const route = findRoute(routes, path, parser)
  return (
    <Frame bare={route?.layout === 'bare'} path={path}>
      <RoutedPage routes={routes} />
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
