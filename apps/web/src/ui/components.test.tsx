import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Router } from 'wouter'
import { ApiProblem } from '@azalea/client'
import { useHashLocation } from './hash-location.ts'
import { Button } from './button.tsx'
import { cleanCode } from './code-field.tsx'
import { DataTable } from './data-table.tsx'
import { ErrorState, fieldProblem } from './error-state.tsx'
import { ListRow } from './list.tsx'
import { Notice } from './notice.tsx'
import { Section } from './page.tsx'
import { QrCode } from './qr-code.tsx'
import { ReadAloud } from './read-aloud.tsx'
import { RankChange } from './stat.tsx'
import { StarRating } from './star-rating.tsx'
import { Stars } from './stars.tsx'
import { TextField } from './text-field.tsx'
import { Span, When } from './when.tsx'

const nothing = () => undefined

describe('fields', () => {
  it('ties label, hint and error to the input', () => {
    const html = renderToStaticMarkup(
      <TextField label="电话" hint="11 位" error="少一位" value="1380" onChange={nothing} />,
    )
    const id = /<input id="([^"]+)"/.exec(html)?.[1]
    expect(html).toContain(`for="${id}"`)
    expect(html).toContain(`aria-describedby="${id}-hint ${id}-error"`)
    expect(html).toContain(`id="${id}-error" role="alert" class="field__error"`)
    expect(html).toContain('aria-invalid="true"')
    expect(html).toContain('aria-required="true"')
  })

  it('says which fields may stay empty, not which must be filled', () => {
    const html = renderToStaticMarkup(
      <TextField label="说几句" value="" onChange={nothing} optional />,
    )
    expect(html).toContain('可不填')
    expect(html).not.toContain('aria-required')
  })

  it('cleans codes as they are typed', () => {
    expect(cleanCode(' ｋ７q2 ', 'plate')).toBe('K7Q2')
    expect(cleanCode('12 34-5６', 'digits', 6)).toBe('123456')
    expect(cleanCode('330109 102259', 'digits', 12)).toBe('330109102259')
    expect(cleanCode('246 810', 'digits', 6)).toBe('246810')
    expect(cleanCode('验证码：246810，5分钟内有效', 'digits', 6)).toBe('246810')
    expect(cleanCode('2468101', 'digits', 6)).toBe('246810')
  })
})

describe('stars', () => {
  it('are five radio buttons, each with its meaning', () => {
    const html = renderToStaticMarkup(<StarRating label="评" value={4} onChange={nothing} />)
    expect(html.match(/type="radio"/g)).toHaveLength(5)
    expect(html).toContain('aria-label="4 星 不错"')
    expect(html.match(/star--lit/g)).toHaveLength(4)
    expect(html.match(/ checked\b/g)).toHaveLength(1)
  })

  it('are read as a number', () => {
    const html = renderToStaticMarkup(<Stars mean={4.37} count={26} />)
    expect(html).toContain('4.4 星（满分 5 星）')
    expect(html).toContain('26 人评过')
  })

  it('do not show nobody as zero', () => {
    expect(renderToStaticMarkup(<Stars mean={null} />)).toContain('还没有人评')
  })
})

describe('a busy button', () => {
  it('stays in the focus order', () => {
    const html = renderToStaticMarkup(<Button busy>发送</Button>)
    expect(html).toContain('aria-disabled="true"')
    expect(html).not.toContain(' disabled')
  })
})

describe('notices', () => {
  it('interrupt only when something went wrong', () => {
    expect(renderToStaticMarkup(<Notice kind="wrong">x</Notice>)).toContain('role="alert"')
    expect(renderToStaticMarkup(<Notice kind="done">x</Notice>)).toContain('role="status"')
    expect(renderToStaticMarkup(<Notice>x</Notice>)).not.toContain('role=')
  })
})

describe('failures', () => {
  const refused = new ApiProblem({
    status: 409,
    code: 'rating_twice',
    detail: '今天评过了。',
    errors: [{ field: 'stars', message: '1 到 5' }],
  })

  it('show the words of the server for a refusal', () => {
    expect(renderToStaticMarkup(<ErrorState error={refused} />)).toContain('今天评过了。')
  })

  it('show our words for a fault and for no network', () => {
    const fault = new ApiProblem({ status: 500, code: 'fault', detail: 'stack trace' })
    expect(renderToStaticMarkup(<ErrorState error={fault} />)).toContain('不是您的错')
    const away = new ApiProblem({ status: 0, code: 'network_unreachable' })
    expect(renderToStaticMarkup(<ErrorState error={away} />)).toContain('连不上网')
  })

  it('find the sentence of a field', () => {
    expect(fieldProblem(refused, 'stars')).toBe('1 到 5')
    expect(fieldProblem(refused, 'words')).toBeUndefined()
    expect(fieldProblem(new Error('x'), 'stars')).toBeUndefined()
  })
})

it('a table names each cell for the phone layout and aligns numbers', () => {
  const html = renderToStaticMarkup(
    <DataTable
      caption="公示"
      rows={[{ name: '陈×芳', points: '8.4' }]}
      rowKey={(row) => row.name}
      columns={[
        { key: 'name', title: '户主', cell: (row) => row.name },
        { key: 'points', title: '加分', cell: (row) => row.points, numeric: true },
      ]}
    />,
  )
  expect(html).toContain('<td role="cell" data-label="加分" class="data-table__number">8.4</td>')
})

it('a table under a heading of the same words does not show them again', () => {
  const table = (caption: string) => (
    <DataTable caption={caption} rows={[]} rowKey={String} columns={[]} />
  )
  const under = (caption: string) =>
    renderToStaticMarkup(<Section title="排队名单">{table(caption)}</Section>)
  expect(under('排队名单')).toContain('<caption class="visually-hidden">排队名单</caption>')
  expect(under('三户')).toContain('<caption>三户</caption>')
})

it('a row with a target is one link as a whole', () => {
  const { hrefs } = useHashLocation
  const atHome = Object.assign((): [string, typeof nothing] => ['/', nothing], { hrefs })
  const html = renderToStaticMarkup(
    <Router hook={atHome}>
      <ListRow title="3 号菜地" to="/plates/K7" value="4" />
    </Router>,
  )
  expect(html).toMatch(/^<li><a href="#\/plates\/K7" class="list__row">.*<\/a><\/li>$/)
})

it('a moved rank is told in words, not by colour or arrow alone', () => {
  expect(renderToStaticMarkup(<RankChange places={3} />)).toContain('上升 3 位')
  expect(renderToStaticMarkup(<RankChange places={-1} />)).toContain('下降 1 位')
  expect(renderToStaticMarkup(<RankChange places={0} />)).toContain('没有变化')
})

it('an instant carries its full date', () => {
  const html = renderToStaticMarkup(<When at="2020-11-05T06:30:00Z" />)
  expect(html).toBe(
    '<time datetime="2020-11-05T06:30:00Z" title="2020年11月5日星期四 14:30">2020年11月5日 14:30</time>',
  )
})

it('what goes on paper carries its full date at once', () => {
  const times = renderToStaticMarkup(
    <>
      <When at="2020-11-05T06:30:00Z" dated />
      <Span from="2020-11-05T00:00:00Z" to="2020-11-05T02:00:00Z" dated />
    </>,
  )
  expect(times).toContain('>2020年11月5日星期四 14:30</time>')
  expect(times).toContain('<span>2020年11月5日星期四 08:00–10:00</span>')
})

it('a span of time breaks between its two times only', () => {
  const html = renderToStaticMarkup(<Span from="2020-11-05T14:00:00Z" to="2020-11-05T22:00:00Z" />)
  expect(html).toContain(
    '<span>2020年11月5日 22:00 – </span><span>2020年11月6日 06:00</span></time>',
  )
})

it('reading aloud is not offered where there is no voice', () => {
  expect(renderToStaticMarkup(<ReadAloud text="x" />)).toBe('')
})

it('a QR code keeps four light modules on each side', () => {
  const html = renderToStaticMarkup(<QrCode text="https://azalea.example/#/p/K7Q2MX" label="x" />)
  const size = Number(/viewBox="0 0 (\d+)/.exec(html)?.[1])
  const runs = [...html.matchAll(/M(\d+) (\d+)h(\d+)v1/g)].map((run) => run.slice(1).map(Number))
  const left = Math.min(...runs.map(([x = 0]) => x))
  const top = Math.min(...runs.map(([, y = 0]) => y))
  const right = Math.max(...runs.map(([x = 0, , length = 0]) => x + length))
  expect([left, top, size - right]).toEqual([4, 4, 4])
  // The finder pattern's first row is seven dark modules.
  expect(runs[0]).toEqual([4, 4, 7])
})
