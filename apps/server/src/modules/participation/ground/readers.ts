import type { Actor } from '../../../platform/actor.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { Language } from '../../../platform/http/language.ts'
import type { NewId } from '../../../platform/identity.ts'
import type { VillageSecrets } from '../../record/index.ts'
import type { Scoring } from '../../scoring/index.ts'

/** What this module's queries read from. */
export interface Readers {
  readonly database: Database
  readonly clock: Clock
  readonly scoring: Scoring
  readonly secrets: VillageSecrets
  readonly newId: NewId
  readonly publicUrl: string
}

/** Who reads, in which language. */
export interface Reader<Who extends Actor | null = Actor> {
  readonly actor: Who
  readonly language: Language
}
