import { useSyncExternalStore } from 'react'
import type { Language } from '@azalea/client'

/** How this device shows the product. Kept on the device only. */
export interface Settings {
  language: Language
  /** Larger text and touch targets (长辈版). */
  elder: boolean
  highContrast: boolean
}

const storageKey = 'azalea.settings'
const initial: Settings = { language: 'zh', elder: false, highContrast: false }
const htmlLang: Record<Language, string> = { zh: 'zh-CN', en: 'en' }

let current: Settings = initial
const listeners = new Set<() => void>()

/** Reads kept settings; whatever cannot be read falls back to the initial value, field by field. */
export function parseSettings(text: string | null): Settings {
  if (text === null) return initial
  try {
    const kept = JSON.parse(text) as Partial<Record<keyof Settings, unknown>> | null
    return {
      language: kept?.language === 'en' ? 'en' : 'zh',
      elder: kept?.elder === true,
      highContrast: kept?.highContrast === true,
    }
  } catch {
    return initial
  }
}

/** Call once before the first render, so that the first paint is already right. */
export function startSettings(): void {
  current = parseSettings(readKept())
  show(current)
  window.addEventListener('storage', (event) => {
    if (event.key !== storageKey) return
    current = parseSettings(event.newValue)
    show(current)
    for (const listener of listeners) listener()
  })
}

export function getSettings(): Settings {
  return current
}

export function changeSettings(change: Partial<Settings>): void {
  current = { ...current, ...change }
  show(current)
  try {
    localStorage.setItem(storageKey, JSON.stringify(current))
  } catch {
    // Private windows may refuse storage; the choice then lasts until the page closes.
  }
  for (const listener of listeners) listener()
}

export function useSettings(): Settings {
  return useSyncExternalStore(subscribe, getSettings, () => initial)
}

export function useLanguage(): Language {
  return useSettings().language
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function readKept(): string | null {
  try {
    return localStorage.getItem(storageKey)
  } catch {
    return null
  }
}

function show(settings: Settings): void {
  const root = document.documentElement
  root.lang = htmlLang[settings.language]
  root.toggleAttribute('data-elder', settings.elder)
  root.toggleAttribute('data-high-contrast', settings.highContrast)
}
