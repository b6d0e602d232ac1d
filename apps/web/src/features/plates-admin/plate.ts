import type { Icon as PhosphorIcon } from '@phosphor-icons/react'
import { BirdIcon } from '@phosphor-icons/react/dist/csr/Bird'
import { FlowerTulipIcon } from '@phosphor-icons/react/dist/csr/FlowerTulip'
import { HouseLineIcon } from '@phosphor-icons/react/dist/csr/HouseLine'
import { PlantIcon } from '@phosphor-icons/react/dist/csr/Plant'
import { SignpostIcon } from '@phosphor-icons/react/dist/csr/Signpost'
import { StorefrontIcon } from '@phosphor-icons/react/dist/csr/Storefront'

export type SubjectKind = 'plot' | 'yard' | 'house' | 'flock' | 'post' | 'shop'

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
export interface PlateRow {
  code: string
  subjectId: string
  kind: SubjectKind
  label: string
  groupNo: number | null
  groupName: string | null
  keeperHouseholdId: string | null
  keeperName: string | null
  /** What the QR code on the plate says. */
  url: string
}

export interface PlatePage {
  items: readonly PlateRow[]
  nextCursor: string | null
}
