import pg from 'pg'
import type { Refusal } from '../refusal.ts'

const UNIQUE_VIOLATION = '23505'

/** For an insert whose only rival is a row like it: then it fails with this refusal. */
export function orRefuseDuplicate<T>(insert: Promise<T>, refusal: Refusal): Promise<T> {
  return insert.catch((error: unknown) => {
    throw error instanceof pg.DatabaseError && error.code === UNIQUE_VIOLATION ? refusal : error
  })
}
