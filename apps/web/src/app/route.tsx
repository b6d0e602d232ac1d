import type { ComponentType } from 'react'
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

/** Whether a person may open a page; a visitor may open those without `access`. */
export function mayOpen(access: Access | undefined, session: Session): boolean {
  if (access === undefined) return true
  if (access === 'signed-in') return session !== null
  return hasRole(session, access)
}
