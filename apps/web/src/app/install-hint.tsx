import { DeviceMobileIcon } from '@phosphor-icons/react/dist/csr/DeviceMobile'
import { useState, useSyncExternalStore } from 'react'
import { Button } from '../ui/button.tsx'
import { useT } from '../ui/i18n.ts'
import { appMessages } from './messages.ts'
import './install-hint.css'

/** Chromium's event for installing; not in the DOM types, since no other engine has it. */
interface InstallPromptEvent extends Event {
  prompt(): Promise<unknown>
}

const dismissedKey = 'azalea.install-dismissed'
const listeners = new Set<() => void>()
let offered: InstallPromptEvent | null = null

/** Listens from the start, since the browser offers to install once, early. */
export function startInstallHint(): void {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault()
    setOffered(event as InstallPromptEvent)
  })
  addEventListener('appinstalled', () => setOffered(null))
}

/**
 * How to put the product on the home screen, where that is possible and was not declined. Nothing
 * is lost by not doing it, so it stands quietly at the end of a page.
 */
export function InstallHint() {
  const t = useT(appMessages)
  const event = useSyncExternalStore(subscribe, () => offered)
  const [dismissed, setDismissed] = useState(wasDismissed)
  const byHand = event === null && isIos()
  if (dismissed || isInstalled() || (event === null && !byHand)) return null
  return (
    <aside className="install-hint">
      <p>{t('installHint')}</p>
      {byHand && <p>{t('installIos')}</p>}
      <div className="row">
        {event !== null && (
          <Button
            icon={DeviceMobileIcon}
            onClick={() => {
              // The offer can be used once, whatever the answer is.
              setOffered(null)
              void event.prompt()
            }}
          >
            {t('install')}
          </Button>
        )}
        <Button
          kind="quiet"
          onClick={() => {
            rememberDismissal()
            setDismissed(true)
          }}
        >
          {t('installLater')}
        </Button>
      </div>
    </aside>
  )
}

function setOffered(event: InstallPromptEvent | null): void {
  offered = event
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function isInstalled(): boolean {
  return matchMedia('(display-mode: standalone)').matches
}

function isIos(): boolean {
  return /iPhone|iPad|iPod/.test(navigator.userAgent)
}

function wasDismissed(): boolean {
  try {
    return localStorage.getItem(dismissedKey) !== null
  } catch {
    return true
  }
}

function rememberDismissal(): void {
  try {
    localStorage.setItem(dismissedKey, '1')
  } catch {
    // It will be offered again; no harm.
  }
}
