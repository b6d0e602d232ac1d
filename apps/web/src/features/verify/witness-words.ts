import type { WitnessSight } from '@azalea/client'
import { useT } from '../../ui/i18n.ts'
import { useLanguage } from '../../ui/settings.ts'
import { useWitnessName } from '../../ui/log-words.ts'
import { verifyMessages } from './messages.ts'

/** "witnessed by A and B", as a part of a sentence. */
export function useWitnessed(): (witnesses: readonly WitnessSight[]) => string {
  const t = useT(verifyMessages)
  const namesOf = useNames()
  return (witnesses) => {
    const present = witnesses.filter(({ at }) => at !== null).map(({ name }) => name)
    return present.length === 0 ? t('seenByNobody') : t('seenBy', { names: namesOf(present) })
  }
}

/** The names of witnesses as a list of the reader's language. */
export function useNames(): (names: readonly string[]) => string {
  const language = useLanguage()
  const nameOf = useWitnessName()
  return (names) =>
    new Intl.ListFormat(language === 'zh' ? 'zh-CN' : 'en', { type: 'conjunction' }).format(
      names.map(nameOf),
    )
}
