import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { SelectField } from './select-field.tsx'

const long = '号码转给这个人了（要第二个人确认）'
const options = [
  { value: 'long', label: long },
  { value: 'short', label: '写错了' },
] as const

it('shows below what a phone would cut off of the choice, for the eye only', () => {
  const html = (value: 'long' | 'short' | '') =>
    renderToStaticMarkup(
      <SelectField label="怎么回事" value={value} options={options} onChange={() => undefined} />,
    )
  expect(html('long')).toContain(`<p aria-hidden="true" class="field__hint">${long}</p>`)
  expect(html('short')).not.toContain('</p>')
  expect(html('')).not.toContain('</p>')
})
