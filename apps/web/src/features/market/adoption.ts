import type { Answer } from '@azalea/client'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { adoptionMessages } from './adoption-messages.ts'

export type Adoption = Answer<'/api/villages/{villageId}/adoptions/{id}'>
export type AdoptionBrief = Answer<'/api/villages/{villageId}/adoptions'>['items'][number]
export type OwnAdoption = Answer<'/api/villages/{villageId}/market/adoptions/{number}'>
export type AdoptionDesk = Answer<'/api/adoption-desk'>
export type DeskOffer = AdoptionDesk['items'][number]

export const shareTones = {
  held: 'waiting',
  adopted: 'done',
  lapsed: 'past',
  harvested: 'past',
  failed: 'past',
  carried: 'past',
} as const

const GRAMS_A_KG = 1000

/** Grams as kilograms, pieces as they are. */
export const shownQuantity = (unit: 'gram' | 'piece', quantity: number) =>
  unit === 'gram' ? quantity / GRAMS_A_KG : quantity

export const storedQuantity = (unit: 'gram' | 'piece', typed: number) =>
  unit === 'gram' ? Math.round(typed * GRAMS_A_KG) : Math.round(typed)

export function useQuantity() {
  const t = useT(adoptionMessages)
  const format = useFormat()
  return (unit: 'gram' | 'piece', quantity: number) =>
    t(`unit_${unit}`, { amount: format.number(shownQuantity(unit, quantity)) })
}

/** What one share is, in words. */
export function usePart() {
  const t = useT(adoptionMessages)
  const quantity = useQuantity()
  return ({ part, partAmount, unit }: Pick<AdoptionBrief, 'part' | 'partAmount' | 'unit'>) =>
    part === 'permille'
      ? t('part_permille', { amount: partAmount / 10 })
      : t('part_fixed', { amount: quantity(unit, partAmount) })
}
