import { translator, type KeyOf, type Messages, type Texts, type Translate } from '@azalea/client'
import { useMemo } from 'react'
import { useLanguage } from './settings.ts'

/** `const t = useT(messages)`, then `t('title')` or `t('days', { count: 3 })`. */
export function useT<Zh extends Texts>(messages: Messages<Zh>): Translate<KeyOf<Zh>> {
  const language = useLanguage()
  return useMemo(() => translator(messages, language), [messages, language])
}
