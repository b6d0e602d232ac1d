import { useParams } from 'wouter'
import { useSession } from '../../app/session.tsx'

/** Which village a page is about: the one in its address, else the reader's own. */
export function useVillageId(): string {
  const { villageId } = useParams<{ villageId?: string }>()
  const { session } = useSession()
  return villageId ?? session?.village.villageId ?? ''
}

/** Links stay public where the page is public, so that they can be passed on. */
export function useVillagePath(): string {
  const { villageId } = useParams<{ villageId?: string }>()
  return villageId === undefined ? '' : `/v/${villageId}`
}
