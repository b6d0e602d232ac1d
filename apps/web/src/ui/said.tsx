import type { KeyOf, Messages, Texts, Translate } from '@azalea/client'
import { useFormat } from './format.ts'
import { useT } from './i18n.ts'

/**
 * Words that a page keeps to say what was done: `setSaid(<Said by={messages} say={(t) => t('done')} />)`.
 * They are in the language shown, also after the reader has changed it.
 */
export function Said<Zh extends Texts>({
  by,
  say,
}: {
  by: Messages<Zh>
  say: (t: Translate<KeyOf<Zh>>, format: ReturnType<typeof useFormat>) => string
}) {
  return say(useT(by), useFormat())
}
