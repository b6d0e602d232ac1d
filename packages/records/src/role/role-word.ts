import { word } from '../field.ts'

/** What a person may be in a village; every person of the roster is a villager. */
export const roles = [
  'villager',
  'group_leader',
  'committee',
  'supervisor',
  'technician',
  'town_officer',
  'auditor',
  'operator',
] as const

export type Role = (typeof roles)[number]

export const roleWord = word(...roles)
