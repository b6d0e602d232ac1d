import type { Act, VillageSecrets } from '../../record/index.ts'
import type { Scoring } from '../../scoring/index.ts'

/** What a command of this module works with: the one path of change, the village's secret, the rules. */
export interface Commands {
  readonly act: Act
  readonly secrets: VillageSecrets
  readonly scoring: Scoring
}
