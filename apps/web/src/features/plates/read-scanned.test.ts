import { describe, expect, it } from 'vitest'
import { pathOfScanned, platePath } from './read-scanned.ts'

describe('a scanned text', () => {
  it.each([
    ['https://village.example/p/K7Q2M4XW', '/p/K7Q2M4XW'],
    ['https://village.example/#/p/K7Q2M4XW', '/p/K7Q2M4XW'],
    ['https://city.example/azalea/#/p/k7q2m4xw?from=plate', '/p/K7Q2M4XW'],
    ['K7Q2M4XW', '/p/K7Q2M4XW'],
    ['https://village.example/t/330109102259/261201-JNDX-001', '/t/330109102259/261201-JNDX-001'],
    [
      'https://id.gs1.org/01/09506000134352/21/261201-JNDX-001',
      '/01/09506000134352/21/261201-JNDX-001',
    ],
    [
      'https://village.example/#/check-in/post/018f-3a?code=123456',
      '/check-in/post/018f-3a?code=123456',
    ],
  ])('%s leads to %s', (text, path) => {
    expect(pathOfScanned(text)).toBe(path)
  })

  it.each(['', '/2'])('leads from a receipt of a log (%s) to its check', (generation) => {
    const origin = `village.example/log/330109102259${generation}`
    const receipt = `c2sp.org/tlog-proof@v1\nindex 0\n\n${origin}\n1\nroot\n\n— sig\n`
    expect(pathOfScanned(receipt)).toBe('/verify/330109102259')
    expect(pathOfScanned(receipt.replace('/log/', '/logs/'))).toBeNull()
  })

  it.each([
    'https://village.example/',
    'https://u.wechat.com/MAbcdef',
    'javascript:alert(1)',
    '',
    `https://village.example/p/${'A'.repeat(600)}`,
  ])('%s leads nowhere', (text) => {
    expect(pathOfScanned(text)).toBeNull()
  })
})

describe('a typed code', () => {
  it('may be full-width, in small letters and in two halves', () => {
    expect(platePath('ｋ７ｑ２－m4xw ')).toBe('/p/K7Q2M4XW')
  })

  it('is none when one sign is misread, or two are swapped', () => {
    expect(platePath('K7Q2M4X9')).toBeNull()
    expect(platePath('7KQ2M4XW')).toBeNull()
  })

  it('has eight signs', () => {
    expect(platePath('K7Q2M4X')).toBeNull()
    expect(platePath('K7Q2M4XWA')).toBeNull()
    expect(platePath('菜地三号门口左边')).toBeNull()
  })
})
