import { OUTBOX_RETRY_MILLISECONDS } from '@azalea/client'
import { fetchRandomness } from './random.ts'
import { createSession, type Session } from './session.ts'
import { createUnsent, type Unsent } from './unsent.ts'

declare const AZALEA_SERVER: string

/** Where the village's server is: said when the mini-program is built. */
export const server: string = AZALEA_SERVER

let started: { readonly session: Session; readonly unsent: Unsent } | null = null

function start() {
  if (started !== null) return started
  const session = createSession(server)
  const unsent = createUnsent(session)
  started = { session, unsent }
  wx.onNetworkStatusChange(({ isConnected }) => {
    if (isConnected) sendUnsent()
  })
  return started
}

/** Called when the mini-program opens; a page that needs the session before gets it all the same. */
export function shareStart(): void {
  fetchRandomness()
  start()
}

export const openSession = (): Session => start().session
export const openUnsent = (): Unsent => start().unsent

/** Sends what waits, where nobody asked for it; what fails now is tried again the next time. */
export function sendUnsent(): void {
  openUnsent()
    .send()
    .catch(() => undefined)
}

let stopSending = () => {}

/** Sends what waits, now and once a minute: a network that is there need not carry anything. */
export function keepSending(): void {
  sendUnsent()
  stopSending()
  const timer = setInterval(sendUnsent, OUTBOX_RETRY_MILLISECONDS)
  stopSending = () => clearInterval(timer)
}

export function restSending(): void {
  stopSending()
}

export { askForConsent, onConsentNeeded, openStatement, type Answered } from './privacy.ts'
export { plateOf, plateOfArrival, plateOfScan, type Arrival } from './scanned.ts'
export type { Session, SessionView, SignInState } from './session.ts'
export { changeSettings, currentSettings } from './settings.ts'
export { keep, recall } from './storage-port.ts'
export { clockPort } from './clock-port.ts'
export { addresses, goTo } from './addresses.ts'
export {
  formats,
  isProblem,
  isServerAway,
  problemText,
  screenIn,
  screenOf,
  speak,
  texts,
  type Screen,
} from './screen.ts'
