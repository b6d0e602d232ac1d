import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { plainVillage, simulateVillage } from '@azalea/scoring/attack-lab'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readResult } from './result-shape.ts'

const bin = path.resolve(import.meta.dirname, '../bin')
let folder: string

beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'azalea-calibration-'))
})
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

function run(command: string, verb: string, input: string | Buffer) {
  const [source, target] = [path.join(folder, 'in'), path.join(folder, 'out')]
  fs.writeFileSync(source, input)
  fs.rmSync(target, { force: true })
  return runWith(command, [verb, '--in', source, '--out', target], target)
}

function runWith(command: string, args: string[], target: string) {
  const program = path.join(bin, `${command}.mjs`)
  const { status, stderr } = spawnSync(process.execPath, [program, ...args], { encoding: 'utf8' })
  const output = fs.existsSync(target) ? fs.readFileSync(target, 'utf8') : ''
  return { status, message: stderr.trim(), output }
}

describe('azalea-ratings calibrate', () => {
  it('gives scores, raters and rings of a village, in the order of ids', () => {
    const village = simulateVillage({ ...plainVillage, subjectsPerPerson: 1, colluding: 0.1 }, 11)
    const { rater, subject, stars, time } = village.columns
    const lines = Array.from(
      rater,
      (by, row) => `p${by},p${subject[row]},${stars[row]},${time[row]}`,
    )
    const { status, message, output } = run(
      'azalea-ratings',
      'calibrate',
      `\uFEFFrater,subject,stars,time\r\n${lines.join('\r\n')}\r\n`,
    )
    expect(message).toContain(`${rater.length} ratings of 240 subjects`)
    expect(status).toBe(0)
    const result = readResult(output)
    expect(result.subjects.map(({ id }) => id)).toEqual(
      result.subjects.map(({ id }) => id).toSorted((a, b) => (a < b ? -1 : 1)),
    )
    for (const { score, low, high } of result.subjects) {
      expect(low <= score && score <= high && low >= 1 && high <= 5).toBe(true)
    }
    const { scores, leftOutRaters, leftOutAgreement } = result.population
    expect(scores).toBe('model')
    expect(message).toContain("Scores are the rater model's.")
    expect(leftOutRaters).toBeGreaterThan(100)
    expect(leftOutAgreement.model.order).toBeGreaterThan(leftOutAgreement.mean.order)
    const ofRings = new Set(village.rings.flat().map((i) => `p${i}`))
    const flagged = result.raters.filter(({ flags }) => flags.includes('ring')).map(({ id }) => id)
    expect(flagged.length).toBeGreaterThan(0.7 * ofRings.size)
    expect(flagged.filter((id) => !ofRings.has(id))).toEqual([])
    expect(result.rings.flatMap(({ members }) => members).toSorted()).toEqual(flagged.toSorted())
    expect(result.rings[0]?.messageZh).toContain('抽查')
  })

  it('reads quoted ids, other columns and another order of columns', () => {
    const text = 'note,time,stars,subject,rater\n"a, b",1.5,4.5,"the ""plot""",李\n,2e3,3,x,李\n'
    const { status, output } = run('azalea-ratings', 'calibrate', text)
    expect(status).toBe(0)
    expect(readResult(output).subjects.map(({ id }) => id)).toEqual(['the "plot"', 'x'])
    expect(readResult(output).raters[0]).toMatchObject({ id: '李', ratings: 2, flags: [] })
  })

  it('reads GB18030 and UTF-16, in which spreadsheets save, and keeps two raters two', () => {
    const head = Buffer.from('rater,subject,stars,time\n')
    // 王 and 李 in GB18030, which as UTF-8 are the same two replacement characters.
    const [wang, li] = [Buffer.from([0xcd, 0xf5]), Buffer.from([0xc0, 0xee])]
    const row = Buffer.from(',x,4,1\n')
    const gb = Buffer.concat([head, wang, row, li, row])
    const utf16 = Buffer.from(`\ufeff${head.toString()}王,x,4,1\n李,x,4,1\n`, 'utf16le')
    for (const file of [gb, utf16]) {
      const { status, output } = run('azalea-ratings', 'calibrate', file)
      expect(status).toBe(0)
      expect(readResult(output).raters.map(({ id }) => id)).toEqual(['李', '王'])
    }
    const { status, message } = run('azalea-ratings', 'calibrate', Buffer.from([0x61, 0xff, 0x62]))
    expect([status, message]).toEqual([1, expect.stringContaining('is not a text in UTF-8')])
  })

  it('gives the plain mean, and says so, where the ratings do not show that the model helps', () => {
    const rows = ['a,x,1', 'b,x,2', 'c,x,4', 'a,y,5', 'b,y,4', 'd,y,4', 'd,z,2']
    const text = `rater,subject,stars,time\n${rows.map((row, n) => `${row},${n}\n`).join('')}`
    const { message, output } = run('azalea-ratings', 'calibrate', text)
    expect(message).toContain('Scores are plain means')
    const { population, subjects } = readResult(output)
    expect(population.scores).toBe('mean')
    expect(subjects.map(({ score }) => score)).toEqual([2.3333, 4.3333, 2])
  })

  it('gives an empty result for a header alone', () => {
    const { status, output } = run('azalea-ratings', 'calibrate', 'rater,subject,stars,time\n')
    expect([status, readResult(output).subjects, readResult(output).raters]).toEqual([0, [], []])
  })

  it.each([
    ['', 'is empty; its header must be rater,subject,stars,time.'],
    [
      'rater,subject,stars\na,b,3\n',
      'line 1: the header must be rater,subject,stars,time (missing: time).',
    ],
    [
      'rater,subject,stars,time\na,b,3,1\na,c,6,1\n',
      'line 3: stars must be a number from 1 to 5, not “6”.',
    ],
    ['rater,subject,stars,time\na,b,,1\n', 'line 2: stars must be a number from 1 to 5, not “”.'],
    ['rater,subject,stars,time\n\na,b,0x3,1\n', 'line 3: stars must be'],
    [
      'rater,subject,stars,time\na,b,3,yesterday\n',
      'line 2: time must be a number of seconds, not “yesterday”.',
    ],
    ['rater,subject,stars,time\na,b,3\n', 'line 2: time must be a number of seconds, not “”.'],
    ['rater,subject,stars,time\n,b,3,1\n', 'line 2: the rater is missing.'],
    ['rater,subject,stars,time\na,"b,3,1\n', 'line 2: a quotation mark is not closed.'],
  ])('says what is wrong in which line, and writes nothing: %j', (text, sentence) => {
    const { status, message, output } = run('azalea-ratings', 'calibrate', text)
    expect([status, output]).toEqual([1, ''])
    expect(message).toContain(sentence)
    expect(message).not.toContain('\n')
  })

  it('explains itself when it is called wrongly', () => {
    const nowhere = path.join(folder, 'nowhere')
    expect(runWith('azalea-ratings', ['calibrat'], nowhere)).toMatchObject({ status: 2 })
    expect(runWith('azalea-ratings', ['--help'], nowhere)).toMatchObject({ status: 0 })
    const missing = runWith(
      'azalea-ratings',
      ['calibrate', '--in', nowhere, '--out', nowhere],
      nowhere,
    )
    expect(missing.status).toBe(1)
    expect(missing.message).toBe(`${nowhere}: there is no such file or folder.`)
  })
})

describe('azalea-rules lint', () => {
  it('gives a verdict with reasons for each item', () => {
    const items = [
      { ref: 'a', itemZh: '参加村庄环境整治义务劳动，每小时', points: 2 },
      { ref: 'b', itemZh: '越级上访的', points: '-10' },
    ]
    const { status, message, output } = run('azalea-rules', 'lint', JSON.stringify(items))
    expect([status, message]).toEqual([0, '2 items: 1 accepted, 0 warned, 1 refused.'])
    const [accepted, refused] = JSON.parse(output) as { reasons: object[] }[]
    expect(accepted).toEqual({ ref: 'a', verdict: 'accept', reasons: [] })
    expect(refused).toMatchObject({ ref: 'b', verdict: 'refuse' })
    expect(Object.keys(refused?.reasons[0] ?? {})).toEqual([
      'code',
      'article',
      'messageZh',
      'messageEn',
    ])
  })

  it('takes a byte-order mark, missing, negative, decimal and printed points, and more fields', () => {
    const items = [
      { ref: 'a', itemZh: '参加环境清扫' },
      { ref: 'b', itemZh: '乱倒垃圾', points: -0.5, unit: '次', verifierZh: '派出所处罚决定书' },
      { ref: 'c', itemZh: '不参加劳动', points: '扣5分' },
      { ref: 'c', itemZh: '', points: null },
    ]
    const { status, output } = run('azalea-rules', 'lint', `\uFEFF${JSON.stringify(items)}`)
    expect(status).toBe(0)
    const verdicts = JSON.parse(output) as { ref: string; verdict: string }[]
    expect(verdicts.map(({ ref, verdict }) => `${ref} ${verdict}`)).toEqual([
      'a warn',
      'b accept',
      'c refuse',
      'c refuse',
    ])
    expect(run('azalea-rules', 'lint', '[]')).toMatchObject({ status: 0, output: '[]\n' })
  })

  it('reads a list of items in GB18030', () => {
    const items = [{ ref: 'a', itemZh: '', points: 1 }]
    const [start, end] = JSON.stringify(items)
      .split('""')
      .map((part) => Buffer.from(part))
    const quoted = Buffer.from([0x22, 0xc7, 0xe5, 0xc9, 0xa8, 0x22]) // "清扫"
    const file = Buffer.concat([start ?? quoted, quoted, end ?? quoted])
    expect(run('azalea-rules', 'lint', file).status).toBe(0)
  })

  it.each<[string | Buffer, string]>([
    [Buffer.from([0x5b, 0xff, 0x5d]), 'is not a text in UTF-8, UTF-16 or GB18030'],
    ['{', 'is not JSON'],
    ['{}', 'expected a list of items'],
    ['[{"ref": "a"}]', 'entry 0: expected {ref, itemZh, points}'],
  ])('says what is wrong: %s', (text, sentence) => {
    const { status, message, output } = run('azalea-rules', 'lint', text)
    expect([status, output]).toEqual([1, ''])
    expect(message).toContain(sentence)
  })
})
