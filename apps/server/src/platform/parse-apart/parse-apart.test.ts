import { expect, it } from 'vitest'
import { Refusal } from '../refusal.ts'
import { parseApart } from './parse-apart.ts'
import { Turns } from './turns.ts'

const program = new URL('./test-programs/tried.mjs', import.meta.url)
const limits = { memoryMegabytes: 400, seconds: 20 }
const file = Buffer.from('陈芳')
const attempt = (options: string, villageId = 'a', more = limits) =>
  parseApart<{ bytes: number; environment: string[]; pid: number }>(villageId, {
    program,
    file,
    options,
    limits: more,
  })

it('hands the file over and the answer back, in another process without our environment', async () => {
  process.env['AZALEA_SECRET_FOR_TEST'] = 'x'
  const answer = await attempt('count')
  delete process.env['AZALEA_SECRET_FOR_TEST']
  expect(answer.bytes).toBe(6)
  expect(answer.pid).not.toBe(process.pid)
  expect(answer.environment).not.toContain('AZALEA_SECRET_FOR_TEST')
})

it('passes on a refusal with its sentence, and tells a fault as a fault', async () => {
  const refusal = await attempt('refuse').catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(Refusal)
  expect((refusal as Refusal).code).toBe('tried')
  expect((refusal as Refusal).sentence('zh')).toBe('第 7 行')
  const fault = await attempt('throw').catch((error: unknown) => error)
  expect(fault).not.toBeInstanceOf(Refusal)
  expect(String(fault)).toContain('a fault of ours')
  const broken = new URL('./test-programs/broken.mjs', import.meta.url)
  const told = await parseApart('a', { program: broken, file, limits }).catch((e: unknown) => e)
  expect(String(told)).toContain('ended with 3 before it began')
})

it.each(['heap', 'native', 'abort'])(
  'ends a process that a file brings down: %s',
  async (option) => {
    await expect(attempt(option)).rejects.toMatchObject({ code: 'file_too_demanding' })
  },
)

it('ends one that takes too long, while we go on', async () => {
  let ticks = 0
  const ticking = setInterval(() => (ticks += 1), 20)
  const ended = attempt('spin', 'a', { memoryMegabytes: 400, seconds: 2 })
  await expect(ended).rejects.toMatchObject({ code: 'file_too_demanding' })
  clearInterval(ticking)
  expect(ticks).toBeGreaterThan(25)
})

/** Works that end when told, and which of them have begun. */
function works(turns: Turns) {
  const begun: string[] = []
  const begin = (villageId: string, name: string, bytes = 1) => {
    let end = () => {}
    const done = turns.take(villageId, bytes, async () => {
      begun.push(name)
      await new Promise<void>((resolve) => (end = resolve))
    })
    return { done, end: () => end() }
  }
  return { begun, begin }
}

it('gives a village one turn at a time and another village the next place', async () => {
  const { begun, begin } = works(new Turns({ atOnce: 2, villageBytes: 10, allBytes: 20 }))
  const [a1, a2, b1, c1] = [begin('a', 'a1'), begin('a', 'a2'), begin('b', 'b1'), begin('c', 'c1')]
  await Promise.resolve()
  expect(begun).toEqual(['a1', 'b1'])
  b1.end()
  await b1.done
  expect(begun).toEqual(['a1', 'b1', 'c1'])
  a1.end()
  await a1.done
  expect(begun).toEqual(['a1', 'b1', 'c1', 'a2'])
  a2.end()
  c1.end()
  await Promise.all([a2.done, c1.done])
})

it('lets only so much wait', async () => {
  const { begin } = works(new Turns({ atOnce: 1, villageBytes: 10, allBytes: 20 }))
  const first = begin('a', 'a1', 15)
  const second = begin('a', 'a2', 6)
  await expect(begin('a', 'a3', 6).done).rejects.toMatchObject({ code: 'files_waiting' })
  const third = begin('b', 'b1', 10)
  await expect(begin('c', 'c1', 6).done).rejects.toMatchObject({ code: 'files_waiting' })
  first.end()
  await first.done
  second.end()
  await second.done
  third.end()
  await third.done
})
