import type { Item } from '@azalea/client'
import { useEffect } from 'react'
import { usePages } from '../../app/use-pages.ts'

export type CalledTurn = Item<'/api/called-turns'>

const LARGEST_PAGE = 100

/** Who is called, read to the end: it is printed, and one looks for somebody on it. */
export function useCalledTurns() {
  const pages = usePages('/api/called-turns', { limit: LARGEST_PAGE })
  const { hasNextPage, isFetching, fetchNextPage } = pages
  useEffect(() => {
    if (hasNextPage && !isFetching) void fetchNextPage()
  }, [hasNextPage, isFetching, fetchNextPage])
  const turns = pages.data?.pages.flatMap(({ items }) => items)
  return { pages, turns: hasNextPage ? undefined : turns }
}

export function pathOf({ offerId, holderId }: CalledTurn): string {
  return `/workbench/called-turns/${offerId}/${holderId}`
}

/** Whose turn it is, as one looks for them. */
export function nameOf({ name, houseNo }: Pick<CalledTurn, 'name' | 'houseNo'>): string {
  return [name, houseNo].filter(Boolean).join(' · ')
}
