import { lazy, type ComponentType } from 'react'
import { hasRole, type Role, type Session } from './session.tsx'

/** Who may open a page; left out, anybody. The server decides again on each call. */
export type Access = 'signed-in' | readonly Role[]

export interface RouteEntry {
  /** A wouter pattern, such as `/plates/:code`. The first match of all features wins. */
  path: string
  page: ComponentType
  access?: Access
  /** `bare` leaves out bar and navigation: wall screens and printed sheets. */
  layout?: 'bare'
}

/** The script of a page was not to be had: no network, or a newer build has taken its place. */
export class ScriptMissing extends Error {
  /** Lets the page be fetched anew when it is opened the next time; React remembers failures. */
  readonly forget: () => void

  constructor(cause: unknown, forget: () => void) {
    super('The script of this page could not be fetched', { cause })
    this.forget = forget
  }
}

/**
 * A page, or a part of one, in its own chunk:
 * `lazyPage(() => import('./me-page.tsx').then((m) => m.MePage))`. What cannot be fetched is thrown
 * as `ScriptMissing`.
 */
export function lazyPage<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  const fetched = () =>
    lazy(async () => {
      try {
        return { default: await load() }
      } catch (cause) {
        throw new ScriptMissing(cause, () => {
          Page = fetched()
        })
      }
    })
  let Page = fetched()
  return function LazyPage(props: Props) {
    return <Page {...props} />
  }
}

/** Whether a person may open a page; a visitor may open those without `access`. */
export function mayOpen(access: Access | undefined, session: Session): boolean {
  if (access === undefined) return true
  if (access === 'signed-in') return session !== null
  return hasRole(session, access)
}
