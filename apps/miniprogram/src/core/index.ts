import { createSession, type Session } from './session.ts'
import { fetchRandomness } from './random.ts'

declare const AZALEA_SERVER: string

/** Where the village's server is: said when the mini-program is built. */
export const server: string = AZALEA_SERVER

let started: Session | null = null

/** Called when the mini-program opens; a page that needs the session before gets it all the same. */
export function shareStart(): void {
  fetchRandomness()
  openSession()
}

export function openSession(): Session {
  started ??= createSession(server)
  return started
}

export { askForConsent, onConsentNeeded, openStatement, type Answered } from './privacy.ts'
export { plateOf, plateOfArrival, plateOfScan, type Arrival } from './scanned.ts'
export type { Session, SessionView, SignInState } from './session.ts'
export { changeSettings, currentSettings } from './settings.ts'
export { newKey } from './random.ts'
export { keep, recall } from './storage-port.ts'
export { clockPort } from './clock-port.ts'
export { addresses, goTo } from './addresses.ts'
export { formats, isProblem, problemText, screenOf, speak, type Screen } from './screen.ts'
