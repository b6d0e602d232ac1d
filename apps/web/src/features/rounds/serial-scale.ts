import { get } from '../../app/api.ts'
import type { ScaleDriver } from './scale-driver.ts'

/** A scale on a serial line: the server reads its frames, since the line is where the server is. */
export function serialScale(id: string): ScaleDriver {
  return {
    read: async () => (await get('/api/scales/{id}/reading', { id })).grams,
  }
}
