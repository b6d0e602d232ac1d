import type { Icon as PhosphorIcon } from '@phosphor-icons/react'
import { BirdIcon } from '@phosphor-icons/react/dist/csr/Bird'
import { FlowerTulipIcon } from '@phosphor-icons/react/dist/csr/FlowerTulip'
import { HouseLineIcon } from '@phosphor-icons/react/dist/csr/HouseLine'
import { PlantIcon } from '@phosphor-icons/react/dist/csr/Plant'
import { SignpostIcon } from '@phosphor-icons/react/dist/csr/Signpost'
import { StorefrontIcon } from '@phosphor-icons/react/dist/csr/Storefront'
import type { SubjectKind } from './plate-answer.ts'

export const kindIcons: Record<SubjectKind, PhosphorIcon> = {
  plot: PlantIcon,
  yard: FlowerTulipIcon,
  house: HouseLineIcon,
  flock: BirdIcon,
  post: SignpostIcon,
  shop: StorefrontIcon,
}
