import { keyOf, type Answer } from '@azalea/client'
import { get } from './api.ts'

/** The code that a place shows, of a post or of an activity without one. */
export type PlaceCode = Answer<'/api/posts/{subjectId}/code'>

export interface Place {
  way: 'posts' | 'activities'
  id: string
}

export function placeCodeKey({ way, id }: Place): readonly unknown[] {
  return way === 'posts'
    ? keyOf('/api/posts/{subjectId}/code', { subjectId: id })
    : keyOf('/api/activities/{id}/code', { id })
}

export function readPlaceCode({ way, id }: Place, signal: AbortSignal): Promise<PlaceCode> {
  return way === 'posts'
    ? get('/api/posts/{subjectId}/code', { subjectId: id }, { signal })
    : get('/api/activities/{id}/code', { id }, { signal })
}
