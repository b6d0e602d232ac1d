import { word } from '../field.ts'

/**
 * What a person may be in a village; every person of the roster is a villager. Who takes vouchers for a
 * merchant may live elsewhere and be nothing but `merchant`.
 */
export const roles = [
  'villager',
  'group_leader',
  'committee',
  'supervisor',
  'technician',
  'town_officer',
  'auditor',
  'operator',
  'merchant',
] as const

export type Role = (typeof roles)[number]

export const roleWord = word(...roles)
