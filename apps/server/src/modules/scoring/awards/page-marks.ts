import { z } from 'zod'

/** What stands in the page marks of this module's lists. */
export const ownMark = z.tuple([z.iso.date(), z.uuid()])
export const openMark = z.tuple([z.iso.datetime(), z.uuid()])
export const entryMark = z.tuple([z.uuid(), z.int()])
