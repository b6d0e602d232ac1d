import { sql, type RawBuilder } from 'kysely'

/** As people count doors: 3号, 3-1号, 4号, 10号. Each number in it weighs as a number. */
export const doorOrder: RawBuilder<string> = sql<string>`regexp_replace(
  regexp_replace(replace(household.house_no, '号', ''), '([0-9]+)', '000000\\1', 'g'),
  '[0-9]*([0-9]{6})', '\\1', 'g'
)`
