import { recordKindWords } from '@azalea/client'
import { useT } from './i18n.ts'
import { useLanguage } from './settings.ts'
import { logWordMessages } from './log-messages.ts'

/** A kind of record (`award.final`) in words; as it stands in the log if this app does not know it. */
export function useRecordKind(): (kind: string) => string {
  const language = useLanguage()
  return (kind) => recordKindWords(kind, language)
}

/** What a witness of the policy is called here; its name in the policy if it has no other. */
export function useWitnessName(): (name: string) => string {
  const t = useT(logWordMessages)
  return (name) => {
    const key = `witness_${name.replaceAll('-', '_')}`
    return isKey(key) ? t(key) : name
  }
}

function isKey(key: string): key is keyof typeof logWordMessages.zh {
  return Object.hasOwn(logWordMessages.zh, key)
}
