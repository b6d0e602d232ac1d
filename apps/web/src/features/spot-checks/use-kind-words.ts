import { platesMessages } from '@azalea/client'
import { useT } from '../../ui/i18n.ts'
import { spotChecksMessages } from './messages.ts'
import type { SpotPlace } from './spot-check.ts'

/** What is checked, in words: a kind of plate, or shifts. */
export function useKindWords(): (kind: SpotPlace['kind']) => string {
  const t = useT(spotChecksMessages)
  const tPlate = useT(platesMessages)
  return (kind) => (kind === 'shift' ? t('kind_shift') : tPlate(`kind_${kind}`))
}
