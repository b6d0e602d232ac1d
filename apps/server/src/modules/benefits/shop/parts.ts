import type { Scoring } from '../../scoring/index.ts'
import type { Commands, Readers } from '../parts.ts'

export interface ShopCommands extends Commands {
  readonly scoring: Scoring
}

export interface ShopReaders extends Readers {
  readonly scoring: Scoring
  readonly secrets: Commands['secrets']
}

export type ShopParts = ShopCommands & ShopReaders
