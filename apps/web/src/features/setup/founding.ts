import { cleanName, readPhone } from '@azalea/text'
import type { ApiProblem } from '@azalea/client'

export interface Founder {
  name: string
  phone: string
}

/** What the operator has entered so far; kept on the device until the village is founded. */
export interface Founding {
  townCode: string
  villageId: string
  /** For a village that the list of divisions does not have. */
  unlisted: boolean
  villageName: string
  townName: string
  operator: Founder
  committee: readonly Founder[]
  optInText: string
  publicUrl: string
  /** Nobody knows it yet; the operator says it before anything is printed. */
  publicUrlLater: boolean
  /** '' until it is said. */
  houseNumbering: '' | 'village' | 'group'
}

export const nobody: Founder = { name: '', phone: '' }

export function isFounder({ name, phone }: Founder): boolean {
  return name.trim() !== '' && isPhone(phone)
}

/** A founder's name and number in their one written form. */
export function asRegistered({ name, phone }: Founder): Founder {
  return { name: cleanName(name), phone: readPhone(phone) ?? phone }
}

/** A Chinese mobile number, as people write it: spaces, dashes and +86 are forgiven. */
export function isPhone(text: string): boolean {
  return readPhone(text) !== null
}

export function isVillageId(text: string): boolean {
  return /^\d{12}$/.test(text)
}

/** Those members of the committee whose row was filled in at all. */
export function enteredMembers(committee: readonly Founder[]): readonly Founder[] {
  return committee.filter(({ name, phone }) => name.trim() !== '' || phone.trim() !== '')
}

/** The body of `POST /api/setup`. */
export function foundingBody(founding: Founding, setupToken: string) {
  const { villageId, unlisted, villageName, townName, operator, committee, optInText } = founding
  const publicUrl = founding.publicUrlLater ? '' : founding.publicUrl.trim()
  const { houseNumbering } = founding
  return {
    setupToken: setupToken.trim(),
    villageId,
    ...(unlisted ? { villageName, townName } : {}),
    operator,
    committee: enteredMembers(committee),
    optInText,
    ...(houseNumbering ? { houseNumbering } : {}),
    ...(publicUrl === '' ? {} : { publicUrl }),
  }
}

/** The body of `POST /api/setup/check`: what this step asks, since the earlier ones were checked. */
export function stepBody(step: Step, founding: Founding, setupToken: string) {
  const whole = foundingBody(founding, setupToken)
  const { villageId, villageName, townName, publicUrl, operator, committee, optInText } = whole
  const token = { setupToken: whole.setupToken }
  switch (step) {
    case 'token':
      return token
    case 'village':
      return { ...token, villageId, villageName, townName }
    case 'numbering':
      return { ...token, houseNumbering: whole.houseNumbering }
    case 'address':
      return { ...token, publicUrl }
    case 'operator':
      return { ...token, operator }
    case 'committee':
      // With the operator, so that one telephone is not given to two people.
      return { ...token, operator, committee }
    case 'consent':
      return { ...token, optInText }
    case 'check':
      return whole
  }
}

export type Step =
  | 'token'
  | 'village'
  | 'numbering'
  | 'address'
  | 'operator'
  | 'committee'
  | 'consent'
  | 'check'

export const steps: readonly Step[] = [
  'token',
  'village',
  'numbering',
  'address',
  'operator',
  'committee',
  'consent',
  'check',
]

/** The step at which a refusal can be mended. */
export function stepOfProblem({ code, errors }: ApiProblem): Step | null {
  if (code === 'wrong_setup_token') return 'token'
  if (code === 'unknown_division') return 'village'
  if (code === 'bad_public_url' || code === 'public_url_without_scheme') return 'address'
  if (code === 'founders_share_phone') return 'committee'
  const field = errors[0]?.field ?? ''
  if (field.startsWith('publicUrl')) return 'address'
  if (field.startsWith('operator')) return 'operator'
  if (field.startsWith('committee')) return 'committee'
  if (field.startsWith('optInText')) return 'consent'
  if (field.startsWith('villageId')) return 'village'
  if (field.startsWith('houseNumbering')) return 'numbering'
  return null
}
