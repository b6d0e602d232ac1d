import {
  formatsFor,
  networkUnreachable,
  translator,
  type ApiProblem,
  type Formats,
  type KeyOf,
  type Messages,
  type Texts,
  type Translate,
} from '@azalea/client'
import { clockPort } from './clock-port.ts'
import { currentSettings } from './settings.ts'
import { commonMessages } from './messages.ts'

/** What every page shows by: its texts in the reader's language, and the size of its letters. */
export interface Screen {
  readonly t: Texts
  readonly size: '' | 'elder'
}

/** The texts of a page as its wxml reads them, and the size chosen; the title goes into the bar. */
export function screenOf<Zh extends Texts>(messages: Messages<Zh>): { screen: Screen } {
  const { language, isElder } = currentSettings()
  const t: Texts = { ...commonMessages[language], ...messages[language] }
  if (t['title'] !== undefined) void wx.setNavigationBarTitle({ title: t['title'] })
  return { screen: { t, size: isElder ? 'elder' : '' } }
}

export function speak<Zh extends Texts>(messages: Messages<Zh>): Translate<KeyOf<Zh>> {
  return translator(messages, currentSettings().language)
}

export function formats(): Formats {
  return formatsFor(currentSettings().language, () => clockPort.now())
}

/** Known by its name: a page's own script may hold another copy of the class. */
export function isProblem(error: unknown): error is ApiProblem {
  return error instanceof Error && error.name === 'ApiProblem'
}

/** What went wrong, in a sentence of the server or, where nobody answered, in one of ours. */
export function problemText(error: unknown): string {
  const { language } = currentSettings()
  const t = translator(commonMessages, language)
  if (!isProblem(error)) return t('wrong')
  if (error.code === networkUnreachable) return t('unreachable')
  return error.sentence(language) || t('wrong')
}
