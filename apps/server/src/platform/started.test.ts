import { expect, it } from 'vitest'
import { Started } from './started.ts'

it('closes what was started, last first, and once', async () => {
  const started = new Started()
  const closed: string[] = []
  for (const name of ['database', 'http', 'jobs'])
    started.add(name, async () => {
      // The next one waits for this one.
      await Promise.resolve()
      closed.push(name)
    })
  expect(started.isClosing).toBe(false)
  const closing = started.close()
  expect(started.isClosing).toBe(true)
  expect(started.close()).toBe(closing)
  await closing
  expect(closed).toEqual(['jobs', 'http', 'database'])
})

it('closes what was started while it closes', async () => {
  const started = new Started()
  const closed: string[] = []
  started.add('database', async (name) => {
    started.add('late', async (late) => closed.push(late))
    closed.push(name)
  })
  await started.close()
  expect(closed).toEqual(['database', 'late'])
})

it('closes the others of one that cannot be closed, and tells of it', async () => {
  const started = new Started()
  const closed: string[] = []
  started.add('database', async (name) => closed.push(name))
  started.add('http', async () => {
    throw new Error('still in use')
  })
  await expect(started.close()).rejects.toThrow('still in use')
  expect(closed).toEqual(['database'])
})
