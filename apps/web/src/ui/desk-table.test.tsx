import { readXlsx } from 'hucre/xlsx'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { Router } from 'wouter'
import { changedQuery } from './address.ts'
import { useHashLocation } from './hash-location.ts'
import { DeskList } from './desk-list.tsx'
import { fileCell, nextSort, orderedRows, rowAfterKey, sortedHow } from './desk-rows.ts'
import { DeskTable } from './desk-table.tsx'
import type { DeskListProps, ListColumn } from './list-column.ts'
import { ListRow } from './list.tsx'
import { tableFile } from './save-table.ts'

beforeAll(() => {
  vi.stubGlobal('location', { hash: '#/workbench/roster' })
  vi.stubGlobal('matchMedia', () => ({ matches: false }))
})
afterAll(() => {
  vi.unstubAllGlobals()
})

interface House {
  id: string
  name: string | null
  points: number
}

const houses: readonly House[] = [
  { id: 'a', name: '王五', points: 12 },
  { id: 'b', name: '李四', points: -3 },
  { id: 'c', name: null, points: 5 },
]

const columns: readonly ListColumn<House>[] = [
  { key: 'name', title: '户主', text: ({ name }) => name, sort: 'name', essential: true },
  {
    key: 'points',
    title: '分值（分）',
    text: ({ points }) => points,
    sort: 'points',
    numeric: true,
  },
  { key: 'id', title: '号', text: ({ id }) => id },
]

const props: DeskListProps<House> = {
  label: '各户',
  rows: houses,
  rowKey: ({ id }) => id,
  columns,
  to: ({ id }) => `/workbench/roster/${id}`,
}

const render = (given: Partial<DeskListProps<House>> = {}, sort = '') =>
  renderToStaticMarkup(
    <Router hook={useHashLocation} ssrPath="/">
      <DeskTable {...props} {...given} sort={sort} onSort={() => undefined} />
    </Router>,
  )

describe('a list', () => {
  it('is rows on a phone, as ever', () => {
    const html = renderToStaticMarkup(
      <Router hook={useHashLocation} ssrPath="/">
        <DeskList {...props} phone={({ id, name }) => <ListRow key={id} title={name ?? '–'} />} />
      </Router>,
    )
    expect(html).toContain('<ul aria-label="各户" class="list"><li class="list__row">')
    expect(html).not.toContain('<table')
  })

  it('is a grid at a desk, with units in its headings and one row to tab to', () => {
    const html = render()
    expect(html).toContain('<table role="grid"')
    expect(html).toContain('aria-rowcount="4"')
    expect(html).toMatch(/<th[^>]+class="desk-table__number"[^>]*>.*分值（分）/)
    expect(html.match(/<tr[^>]+tabindex="0"/g)).toHaveLength(1)
    expect(html.match(/<tr[^>]+tabindex="-1"/g)).toHaveLength(2)
    expect(html).toContain('3 / 3 行')
  })

  it('says by which column it is ordered, and orders what is all here', () => {
    const html = render({}, '-points')
    expect(html).toContain('aria-sort="descending"')
    expect(html.indexOf('王五')).toBeLessThan(html.indexOf('李四'))
    expect(orderedRows(houses, columns, 'name').map(({ id }) => id)).toEqual(['b', 'a', 'c'])
    expect(orderedRows(houses, columns, '-name').map(({ id }) => id)).toEqual(['a', 'b', 'c'])
    expect(orderedRows(houses, columns, 'nothing')).toBe(houses)
  })

  it('says how many of how many are listed, and does not guess', () => {
    const list = {
      sort: 'name',
      total: 521,
      pages: { hasNextPage: true, fetchNextPage: () => undefined },
      readAll: () => Promise.resolve({ rows: houses, isCut: false }),
    }
    expect(render({ list })).toContain('3 / 521 行')
    const unknown = render({ list: { ...list, total: null } })
    expect(unknown).toContain('已列出 3 行，后面还有')
    expect(unknown).toContain('aria-rowcount="-1"')
  })

  it('keeps its essential columns beside an open row, and marks that', () => {
    const html = render({ shownKey: 'b', bulk: { actions: () => null } })
    expect(html).not.toContain('分值（分）')
    expect(html).toMatch(/<tr[^>]+data-key="b"[^>]+aria-current="true"/)
    expect(html).not.toContain('type="checkbox"')
  })

  it('offers a box only for rows that can be chosen', () => {
    const html = render({ bulk: { may: ({ points }) => points > 0, actions: () => null } })
    expect(html.match(/type="checkbox"/g)).toHaveLength(4)
    expect(html.match(/disabled/g)).toHaveLength(1)
    expect(html).toContain('aria-multiselectable="true"')
    expect(html).toContain('aria-label="选“李四”"')
  })
})

describe('the keys of a table', () => {
  it('are told as far as they do something here', () => {
    expect(render()).toContain('上下键选行，回车打开，Esc 键回到列表<span hidden')
    const { to: _to, ...still } = props
    const html = renderToStaticMarkup(
      <Router hook={useHashLocation} ssrPath="/">
        <DeskTable {...still} sort="" onSort={() => undefined} />
      </Router>,
    )
    expect(html).toContain('上下键选行<span')
    expect(render({ bulk: { actions: () => null } })).toContain('空格勾选<span')
  })

  it.each([
    ['ArrowDown', 0, 1],
    ['ArrowDown', 2, 2],
    ['ArrowUp', 0, 0],
    ['Home', 2, 0],
    ['End', 0, 2],
    ['PageDown', 0, 2],
    ['x', 1, null],
  ])('%s from row %i leads to %s', (key, at, to) => {
    expect(rowAfterKey(key, at, 3)).toBe(to)
  })

  it('order up, then down, then as usual', () => {
    expect([nextSort('', 'name'), nextSort('name', 'name'), nextSort('-name', 'name')]).toEqual([
      'name',
      '-name',
      null,
    ])
    expect([sortedHow('name', 'name'), sortedHow('x', 'name'), sortedHow('x', undefined)]).toEqual([
      'ascending',
      'none',
      undefined,
    ])
  })
})

describe('the address of a list', () => {
  it('keeps what else stands there, and drops what is empty', () => {
    expect(changedQuery('tab=open&q=李', { sort: '-points', q: '' })).toBe('tab=open&sort=-points')
  })
})

describe('the file of a list', () => {
  it('holds texts as texts: nothing becomes a formula', async () => {
    const evil = ['=1+1', '+cmd', '-2', '@x', '\tx']
    expect(evil.map(fileCell)).toEqual(["'=1+1", "'+cmd", "'-2", "'@x", "'\tx"])
    expect(fileCell(-3)).toBe(-3)
    const rows = [...houses, { id: '=HYPERLINK("http://x")', name: '=1+1', points: 0 }]
    const book = await readXlsx(await tableFile('各户/一: 二', columns, rows))
    const sheet = book.sheets[0]
    expect(sheet?.rows).toEqual([
      ['户主', '分值（分）', '号'],
      ['王五', 12, 'a'],
      ['李四', -3, 'b'],
      [null, 5, 'c'],
      ["'=1+1", 0, '\'=HYPERLINK("http://x")'],
    ])
  })
})
