import { defineMessages } from '@azalea/client'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, expect, it, vi } from 'vitest'
import { changeSettings } from './settings.ts'
import { Said } from './said.tsx'

afterEach(() => {
  changeSettings({ language: 'zh' })
  vi.unstubAllGlobals()
})

const messages = defineMessages('told-test', {
  zh: { done: '改好了：{{what}}', one_operator: '管理员' },
  en: { done: 'Done: {{what}}', one_operator: 'an operator' },
})

it('says what was kept in the language that is shown now', () => {
  vi.stubGlobal('document', { documentElement: { toggleAttribute: () => undefined } })
  const kept = (
    <Said by={messages} say={(words) => words('done', { what: words('one_operator') })} />
  )
  expect(renderToStaticMarkup(kept)).toBe('改好了：管理员')
  changeSettings({ language: 'en' })
  expect(renderToStaticMarkup(kept)).toBe('Done: an operator')
})
