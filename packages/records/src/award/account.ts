import { pseudonym } from '../field.ts'

/** Who earns, and whose points they are. */
export const account = { earner: pseudonym('earner'), household: pseudonym('household') }
