import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { Router } from 'wouter'
import { useHashLocation } from '../../ui/hash-location.ts'
import type { ImportPreview } from './household.ts'
import { ImportChanges, ImportErrors } from './import-tables.tsx'

beforeAll(() => {
  vi.stubGlobal('location', { hash: '#/workbench/roster/import?kind=changed' })
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined }))
})
afterAll(() => {
  vi.unstubAllGlobals()
})

const changes: ImportPreview['changes'] = [
  {
    row: 2,
    kind: 'changed',
    groupName: '第1组',
    houseNo: '1号',
    name: '陈强',
    fields: [{ field: 'birthYear', from: '', to: '1990' }],
  },
  { row: 3, kind: 'new', groupName: '第1组', houseNo: '2号', name: '何小满', fields: [] },
]

const render = (what: React.ReactElement) =>
  renderToStaticMarkup(
    <Router hook={useHashLocation} ssrPath="/workbench/roster/import?kind=changed">
      {what}
    </Router>,
  )

it('a change is a row on a phone, with who, where and what; the address narrows what is shown', () => {
  const html = render(<ImportChanges changes={changes} />)
  expect(html).toContain('class="list"')
  expect(html).toContain('陈强')
  expect(html).toContain('出生年份：— → 1990')
  expect(html).not.toContain('何小满')
})

it('an error is a row that says what is wrong and where', () => {
  const error = { row: 5, column: '手机号', cell: '二组!B3', code: 'bad_phone' }
  const html = render(
    <ImportErrors errors={[{ ...error, messageZh: '手机号不对。', messageEn: 'Wrong.' }]} />,
  )
  expect(html).toMatch(/手机号不对。.*二组!B3.*手机号/)
})
