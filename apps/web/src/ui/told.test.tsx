import { defineMessages, type Language } from '@azalea/client'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it, vi } from 'vitest'
import { Told } from './told.tsx'

let language: Language = 'zh'
vi.mock('./settings.ts', () => ({ useLanguage: () => language }))

const messages = defineMessages('told-test', {
  zh: { done: '改好了：{{what}}', one_operator: '管理员' },
  en: { done: 'Done: {{what}}', one_operator: 'an operator' },
})

it('says what was kept in the language that is shown now', () => {
  const kept = (
    <Told by={messages} say={(words) => words('done', { what: words('one_operator') })} />
  )
  expect(renderToStaticMarkup(kept)).toBe('改好了：管理员')
  language = 'en'
  expect(renderToStaticMarkup(kept)).toBe('Done: an operator')
})
