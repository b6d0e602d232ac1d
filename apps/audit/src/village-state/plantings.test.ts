import type { LeafOfKind } from '@azalea/records'
import { beforeEach, expect, it } from 'vitest'
import { Findings } from '../findings.ts'
import { Plantings } from './plantings.ts'

type Planned = LeafOfKind<'planting.planned'>['public']

const name = (letter: string) => letter.repeat(22)
const planting = (letter: string, change: object = {}) => ({
  planting: name(letter),
  subject: name('s'),
  crop: name('c'),
  heads: null,
  areaSquareMetres: 667,
  sowFrom: '2026-09-01',
  sowTo: '2026-09-07',
  harvestFrom: '2026-10-26',
  harvestTo: '2026-11-15',
  expectedGrams: 3_001_500,
  ...change,
})

let findings: Findings
let plantings: Plantings
const details = () => findings.kept.map(({ code, detail }) => `${code}: ${detail}`)
const plan = (...told: object[]) =>
  plantings.plan({ findings }, 1, {
    growingSeason: name('g'),
    plantings: told,
  } as unknown as Planned)
const ended = (task: string, change: object = {}) =>
  plantings.endTask({ findings }, 2, {
    at: '2026-11-02',
    public: {
      task: name(task),
      planting: name('p'),
      kind: 'harvest',
      as: 'done',
      on: '2026-11-01',
      dueTo: '2026-11-15',
      ...change,
    },
  } as unknown as LeafOfKind<'task.ended'>)

beforeEach(() => {
  findings = new Findings()
  plantings = new Plantings()
  plantings.enter({
    crop: name('c'),
    name: '白菜',
    variety: null,
    daysToMaturity: 55,
    harvestDays: 15,
    sowing: [801, 930],
    yieldGrams: 3_000_000,
    yieldPer: 'mu',
    state: 'grown',
  } as unknown as LeafOfKind<'crop.entered'>['public'])
  const plots = [{ subject: name('s'), areaSquareMetres: 667 }]
  plantings.measure({ plots } as unknown as LeafOfKind<'land.measured'>['public'])
})

it('takes plantings that follow one another, also after it was read anew', () => {
  plan(planting('p'))
  expect(plantings.harvestDaysOf(name('s'))).toHaveLength(21)
  ended('t')
  expect(plantings.harvestDaysOf(name('s')).at(-1)).toBe('2026-11-01')
  const reopened = new Plantings()
  reopened.load(JSON.parse(JSON.stringify(plantings.toJson())))
  plantings = reopened
  plantings.end({ findings }, 3, { planting: name('p') as never, as: 'changed' })
  plan(planting('q'))
  expect(details()).toEqual([])
})

it('names what does not follow from crop and area, what overlaps, and what was never planned', () => {
  plan(planting('p'))
  plan(planting('q', { harvestTo: '2026-11-20', expectedGrams: 9_000_000 }))
  plan(planting('r', { crop: name('d'), subject: name('u') }))
  ended('t')
  ended('t', { on: '2026-11-05' })
  ended('u', { planting: name('z') })
  expect(details()).toEqual([
    `planting_wrong: ${name('q')}: it is harvested from 2026-10-26 to 2026-11-15`,
    `planting_wrong: ${name('q')}: 3001500 g are to be expected`,
    `planting_wrong: ${name('q')}: ${name('p')} stands there`,
    `planting_wrong: ${name('r')}: its crop was never entered`,
    `planting_wrong: ${name('t')} ended twice`,
    `planting_wrong: ${name('t')} ended on 2026-11-05, told on 2026-11-02`,
    `planting_wrong: ${name('z')} is not planned`,
  ])
})
