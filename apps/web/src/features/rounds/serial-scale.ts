import { post } from '../../app/api.ts'
import type { ScaleDriver } from './scale-driver.ts'

/** A scale on a serial line: the server reads its frames, since the line is where the server is. */
export function serialScale(id: string): ScaleDriver {
  return {
    read: () =>
      post('/api/scales/{id}/readings', { id }, {}, { idempotencyKey: crypto.randomUUID() }),
  }
}
