import { formatsFor, type Formats } from '@azalea/client'
import { useMemo } from 'react'
import { useLanguage } from './settings.ts'

/** All formats bound to the reader's language. "Now" is read at each call. */
export function useFormat(): Formats {
  const language = useLanguage()
  return useMemo(() => formatsFor(language, now), [language])
}

const now = () => new Date()
