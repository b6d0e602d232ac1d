// What files do to parsers, for the tests of `parseApart`.
import { refusalsOf } from '../../refusal.ts'
import { answerApart } from '../answer-apart.ts'

const refuse = refusalsOf({
  tried: { kind: 'invalid', zh: '第 {row} 行', en: 'row {row}' },
})

answerApart((file, option: string) => {
  switch (option) {
    case 'count':
      return { bytes: file.length, environment: Object.keys(process.env), pid: process.pid }
    case 'refuse':
      throw refuse('tried', { row: 7 })
    case 'throw':
      throw new TypeError('a fault of ours')
    case 'spin':
      for (;;) Math.random()
    case 'heap': {
      const kept: unknown[] = []
      for (;;) kept.push({ n: Math.random() })
    }
    case 'native': {
      const kept: Buffer[] = []
      for (;;) kept.push(Buffer.alloc(8 * 1024 * 1024, 1))
    }
    default:
      process.abort()
  }
})
