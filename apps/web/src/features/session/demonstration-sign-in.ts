import type { Role } from '../../app/session.tsx'

/** A person of the demonstration village, as the server lists them for visitors. */
export interface DemonstrationSignIn {
  role: Role
  name: string
  phone: string
  code: string
}
