import type { PlateAnswer } from '@azalea/client'
import { useAnswer } from '../../app/use-answer.ts'

export type RatedPlate = PlateAnswer

export function usePlate(code: string) {
  return useAnswer('/api/plates/{code}', { code })
}
