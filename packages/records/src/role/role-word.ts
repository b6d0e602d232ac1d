import { word } from '../field.ts'

export const roleWord = word(
  'villager',
  'group_leader',
  'committee',
  'supervisor',
  'technician',
  'town_officer',
  'auditor',
  'operator',
)
