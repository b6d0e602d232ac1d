import { expect, it } from 'vitest'
import { DrawnPages, hashOfContent } from './drawn-pages.ts'

it('draws a page once for all who ask, again after a failure, and forgets the oldest', async () => {
  const pages = new DrawnPages()
  let drawn = 0
  const draw = async () => {
    drawn += 1
    return Buffer.from('page')
  }
  await Promise.all([pages.of('one', draw), pages.of('one', draw)])
  expect(drawn).toBe(1)
  const fail = () => Promise.reject(new Error('no ink'))
  await expect(pages.of('two', fail)).rejects.toThrow('no ink')
  await pages.of('two', draw)
  expect(drawn).toBe(2)
  for (let page = 0; page < 40; page += 1) await pages.of(`other ${page}`, draw)
  await pages.of('one', draw)
  expect(drawn).toBe(43)
})

it('names a content, not when it was drawn', () => {
  expect(hashOfContent({ a: [1] })).toBe(hashOfContent({ a: [1] }))
  expect(hashOfContent({ a: [1] })).not.toBe(hashOfContent({ a: [2] }))
})
