import { z } from 'zod'

/**
 * A civil day that somebody sends or is told: of a century in which days before and after it can be
 * reckoned, and written as four digits of a year.
 */
export const day = z.iso.date().refine((written) => /^(?:19|20|21)/.test(written), {
  message: 'day',
})
