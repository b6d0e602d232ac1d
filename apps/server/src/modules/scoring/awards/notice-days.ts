import { addCivilDays, civilDay } from '@azalea/text'

/**
 * The last civil day on which somebody can object to a notice: the one day that paper, screen and
 * every refusal tell. A notice ends with the first instant after it.
 */
export function lastDayOnNotice(endsAt: Date): string {
  return addCivilDays(civilDay(endsAt), -1)
}
