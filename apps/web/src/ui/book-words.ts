import { useT } from '../app/i18n.ts'
import { bookMessages } from './book-messages.ts'

/** A kind of record (`award.final`) in words; as it stands in the log if there are none for it. */
export function useRecordKind(): (kind: string) => string {
  const known = useKnown('kind')
  return (kind) => known(kind.replaceAll(/[.-]/g, '_')) ?? kind
}

/** What a witness of the policy is called here; its name in the policy if it has no other. */
export function useWitnessName(): (name: string) => string {
  const known = useKnown('witness')
  return (name) => known(name.replaceAll('-', '_')) ?? name
}

function useKnown(family: 'kind' | 'witness'): (name: string) => string | undefined {
  const t = useT(bookMessages)
  return (name) => {
    const key = `${family}_${name}`
    return isKey(key) ? t(key) : undefined
  }
}

function isKey(key: string): key is keyof typeof bookMessages.zh {
  return Object.hasOwn(bookMessages.zh, key)
}
