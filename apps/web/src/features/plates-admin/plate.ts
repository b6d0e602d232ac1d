import type { Answer, Item } from '@azalea/client'
import type { Icon as PhosphorIcon } from '@phosphor-icons/react'
import { BirdIcon } from '@phosphor-icons/react/dist/csr/Bird'
import { FlowerTulipIcon } from '@phosphor-icons/react/dist/csr/FlowerTulip'
import { HouseLineIcon } from '@phosphor-icons/react/dist/csr/HouseLine'
import { PlantIcon } from '@phosphor-icons/react/dist/csr/Plant'
import { SignpostIcon } from '@phosphor-icons/react/dist/csr/Signpost'
import { StorefrontIcon } from '@phosphor-icons/react/dist/csr/Storefront'

export type SubjectKind = PlateRow['kind']

export const kinds: readonly SubjectKind[] = ['plot', 'yard', 'house', 'flock', 'post', 'shop']

export const kindIcons: Record<SubjectKind, PhosphorIcon> = {
  plot: PlantIcon,
  yard: FlowerTulipIcon,
  house: HouseLineIcon,
  flock: BirdIcon,
  post: SignpostIcon,
  shop: StorefrontIcon,
}

/** A row of `GET /api/plates`. */
export type PlateRow = Item<'/api/plates'>

export type PlatePage = Answer<'/api/plates'>
