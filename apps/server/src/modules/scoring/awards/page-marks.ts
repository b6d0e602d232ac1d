import { z } from 'zod'

/** What stands in the page marks of this module's lists. */
export const entryMark = z.tuple([z.uuid(), z.int()])
