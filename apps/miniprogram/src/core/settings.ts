import type { Language, LanguagePort } from '@azalea/client'
import { keep, recall } from './storage-port.ts'

export interface Settings {
  readonly language: Language
  /** Larger letters and buttons, for older eyes. */
  readonly isElder: boolean
}

let settings: Settings | null = null

/** As chosen here, or as WeChat is set. */
export function currentSettings(): Settings {
  settings ??= recall<Settings>('settings', 'own') ?? asWechatIsSet()
  return settings
}

export function changeSettings(change: Partial<Settings>): Settings {
  settings = { ...currentSettings(), ...change }
  keep('settings', 'own', settings)
  return settings
}

export const languagePort: LanguagePort = { language: () => currentSettings().language }

/** From this size of letters on, somebody has asked WeChat for large ones. */
const LARGE_LETTERS_PIXELS = 19

function asWechatIsSet(): Settings {
  const { language, fontSizeSetting } = wx.getAppBaseInfo()
  return {
    language: (language ?? 'zh').startsWith('zh') ? 'zh' : 'en',
    isElder: (fontSizeSetting ?? 0) >= LARGE_LETTERS_PIXELS,
  }
}
