import { expect, it } from 'vitest'
import { originOf, readMapTiles } from './map-tiles.ts'

it('takes an address with its three places, from one origin', () => {
  const address = 'https://tiles.example.org/map/{z}/{x}/{y}.png?key=k'
  expect(readMapTiles(address, '© Example')).toEqual({ address, credit: '© Example' })
  expect(originOf(address)).toBe('https://tiles.example.org')
})

it('takes nothing else', () => {
  for (const address of [
    '',
    'tiles/{z}/{x}/{y}.png',
    'https://tiles.example.org/{z}/{x}.png',
    'javascript:alert({z}{x}{y})',
    'https://{x}.example.org:port/{z}/{y}',
  ])
    expect(readMapTiles(address, '')).toBeNull()
})
