import {
  askingMessages,
  formatsFor,
  isServerAway as away,
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

/** What every page shows by: its texts in the reader's language, and the size of its letters. */
export interface Screen {
  readonly t: Texts
  readonly size: '' | 'elder'
}

/** The texts of a page as its wxml reads them, and the size chosen; the title goes into the bar. */
export function screenOf(title: string, ...shown: readonly Texts[]): { screen: Screen } {
  void wx.setNavigationBarTitle({ title })
  return screenIn(...shown)
}

/** The same for what is a part of a page. */
export function screenIn(...shown: readonly Texts[]): { screen: Screen } {
  const t: Texts = Object.assign({}, texts(askingMessages, ['loading', 'retry']), ...shown)
  return { screen: { t, size: currentSettings().isElder ? 'elder' : '' } }
}

/** Texts of a catalogue in the reader's language: those of these keys, or all. */
export function texts<Zh extends Texts>(
  messages: Messages<Zh>,
  keys?: readonly (keyof Zh & string)[],
): Texts {
  const all: Texts = messages[currentSettings().language]
  if (keys === undefined) return all
  return Object.fromEntries(keys.map((key) => [key, all[key] ?? key]))
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

/** Whether nobody answered, so that nothing is known of what was asked. */
export const isServerAway = (error: unknown): boolean => isProblem(error) && away(error)

/** What went wrong, in a sentence of the server or, where it gave none, in one of ours. */
export function problemText(error: unknown): string {
  const t = speak(askingMessages)
  if (!isProblem(error)) return t('errorUnknown')
  if (error.code === networkUnreachable) return t('errorNetwork')
  const own = t(error.status >= 500 ? 'errorServer' : 'errorUnknown')
  return error.sentence(currentSettings().language) || own
}
