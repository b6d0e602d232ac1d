import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from './config.ts'
import { leadsNowhere, readPublicAddress } from './public-address.ts'

it.each([
  ['https://village.example/', 'https://village.example'],
  [' http://192.168.1.5:8080 ', 'http://192.168.1.5:8080'],
  ['https://example.org/azalea/', 'https://example.org/azalea'],
])('reads %s', (text, address) => {
  expect(readPublicAddress(text)).toBe(address)
})

const bad = [
  'javascript:alert(1)',
  'village.example',
  'ftp://village.example',
  '',
  'https://a.example/?q=1',
  'https://a.example/#/p',
  'https://me:secret@a.example',
  'file:///etc',
]

it.each(bad)('reads no address in %j', (text) => {
  expect(readPublicAddress(text)).toBeNull()
})

it.each([
  'http://localhost:8080',
  'http://127.0.0.1',
  'http://[::1]:80',
  'http://0.0.0.0:8080',
  'http://a.localhost',
])('knows that %s leads nowhere from another device', (address) => {
  expect(leadsNowhere(address)).toBe(true)
})

it.each(['http://192.168.1.5:8080', 'https://localhost.example'])(
  'knows that %s leads somewhere',
  (address) => {
    expect(leadsNowhere(address)).toBe(false)
  },
)

describe('AZALEA_PUBLIC_URL', () => {
  it.each(bad.filter((text) => text !== ''))(
    'is refused as %j in one sentence with its name and an example',
    (text) => {
      const read = () => readConfig({ AZALEA_PUBLIC_URL: text }, 'web')
      expect(read).toThrow(ConfigError)
      expect(read).toThrow(/^AZALEA_PUBLIC_URL must be .*https:\/\/example\.org.*\.$/)
    },
  )

  it('is this computer where it is not set', () => {
    expect(readConfig({ PORT: '8081' }, 'web').publicUrl).toBe('http://localhost:8081')
    expect(readConfig({ PORT: '8081', AZALEA_PUBLIC_URL: '' }, 'web').publicUrl).toBe(
      'http://localhost:8081',
    )
  })
})
