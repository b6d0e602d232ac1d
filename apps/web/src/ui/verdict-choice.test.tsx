import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { VerdictChoice } from './verdict-choice.tsx'

const options = [
  { value: 'dismissed', label: '不属实' },
  { value: 'upheld', label: '属实' },
] as const
const choice = (value: 'upheld' | null, isAsked: boolean) =>
  renderToStaticMarkup(
    <VerdictChoice
      label="您的决定"
      options={options}
      value={value}
      isAsked={isAsked}
      onChange={() => {}}
    />,
  )

describe('a judgement about somebody', () => {
  it('has nothing chosen at first, and says so once it is asked for', () => {
    expect(choice(null, false)).not.toContain('checked')
    expect(choice(null, false)).not.toContain('role="alert"')
    expect(choice(null, true)).toContain('role="alert"')
    expect(choice('upheld', true).match(/checked/g)).toHaveLength(1)
  })
})
