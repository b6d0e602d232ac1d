import type { Translate } from '@azalea/client'

/** Who was told of a decision, and who was not. */
export interface DecisionTold {
  decided: number
  /** Without a telephone nobody reads a message. */
  withoutPhone: number
  supervisorsTold: number
}

type Said =
  | 'confirmed'
  | 'declined'
  | 'toldAll'
  | 'toldNone'
  | 'toldSome'
  | 'supervisorsTold'
  | 'noSupervisors'

/** What was done, and who has been told of it: nobody who was not. */
export function sayDecided(
  t: Translate<Said>,
  decision: 'confirmed' | 'declined',
  { decided, withoutPhone, supervisorsTold }: DecisionTold,
): string {
  const people =
    withoutPhone === 0
      ? t('toldAll')
      : withoutPhone === decided
        ? t('toldNone')
        : t('toldSome', { count: withoutPhone })
  if (decision === 'declined') return `${t('declined')} ${people}`
  const overseen = t(supervisorsTold > 0 ? 'supervisorsTold' : 'noSupervisors')
  return `${t('confirmed', { count: decided })} ${people} ${overseen}`
}
