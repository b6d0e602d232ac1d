import { approvedListText, type ApprovedUse } from '@azalea/produce-rules'
import type { LeafOfKind } from '@azalea/records'
import { beforeEach, expect, it } from 'vitest'
import { Findings } from '../findings.ts'
import { ApprovedLists } from './approved-lists.ts'
import { Plantings } from './plantings.ts'
import { PlotInputs } from './plot-inputs.ts'

type Approved = LeafOfKind<'application.approved'>

const spray: ApprovedUse = {
  kind: 'pesticide',
  name: '试验水剂',
  registrationNumber: 'PD1',
  substances: ['甲碱'],
  crops: ['白菜'],
  unit: 'ml',
  leastPerMu: 30_000,
  mostPerMu: 40_000,
  mostUses: 2,
  preHarvestDays: 7,
  reEntryHours: 36,
  isOrganic: false,
  validFrom: '2026-01-01',
  validTo: null,
  source: '标签',
}
const subject = 's'.repeat(22) as Approved['public']['subject']
const other = 't'.repeat(22) as Approved['public']['subject']

let findings: Findings
let approvedLists: ApprovedLists
let inputs: PlotInputs
const village = () => ({ findings, approvedLists, plantings: new Plantings() })
const details = () => findings.kept.map(({ code, detail }) => `${code}: ${detail}`)

beforeEach(async () => {
  findings = new Findings()
  approvedLists = new ApprovedLists()
  inputs = new PlotInputs()
  await publish(1, '2026-11-01', [spray])
})

async function publish(edition: number, day: string, uses: readonly ApprovedUse[]): Promise<void> {
  const text = approvedListText({ version: edition, inForceFrom: day, uses })
  const leaf = { at: day, public: { edition, inForceFrom: day, document: 'd'.repeat(64) } }
  const reader = { findings, readDocument: () => Promise.resolve(text) }
  await approvedLists.publish(reader, 0, leaf as LeafOfKind<'approved-list.published'>)
}

const approved = (at: string, change: Partial<Approved['public']> = {}) =>
  ({
    at,
    public: {
      subject,
      growingSeason: null,
      areaSquareMetres: 667,
      edition: 1,
      registrationNumber: 'PD1',
      crop: '白菜',
      unit: 'ml',
      thousandths: 35_000,
      ...change,
    },
  }) as Approved
const declared = (on: string, of = subject, at = on) =>
  ({
    at,
    public: { subject: of, on, crop: '白菜', expectedGrams: 1000 },
  }) as LeafOfKind<'harvest.declared'>
const tested = (outcome: 'passed' | 'failed') =>
  ({ subject, method: 'rapid_card', outcome }) as LeafOfKind<'residue-test.entered'>['public']

it('takes what every rule allows, and a harvest after the interval, over the end of the program', () => {
  inputs.approve(village(), 0, approved('2026-12-06'))
  inputs.approve(village(), 1, approved('2026-12-07'))
  const reopened = new PlotInputs()
  reopened.load(JSON.parse(JSON.stringify(inputs.toJson())))
  reopened.declare(village(), 2, declared('2026-12-14'))
  expect(details()).toEqual([])
  reopened.declare(village(), 3, declared('2026-12-13'))
  expect(details()).toEqual([
    `input_wrong: ${subject} is harvested on 2026-12-13, its intervals end on 2026-12-14`,
  ])
})

it('names what no list in force allows, too much of it, and too often', async () => {
  inputs.approve(village(), 0, approved('2026-12-01', { registrationNumber: 'PD9' }))
  inputs.approve(village(), 1, approved('2026-12-01', { crop: '番茄' }))
  inputs.approve(village(), 2, approved('2026-12-01', { thousandths: 90_000 }))
  inputs.approve(village(), 3, approved('2026-12-08'))
  inputs.approve(village(), 4, approved('2026-12-15'))
  await publish(2, '2026-12-20', [spray])
  inputs.approve(village(), 5, approved('2026-12-21', { subject: other }))
  expect(details()).toEqual([
    `input_wrong: PD9 on ${subject}: not_on_list`,
    `input_wrong: PD1 on ${subject}: not_for_crop`,
    `input_wrong: PD1 on ${subject}: dose_above`,
    `input_wrong: PD1 on ${subject}: uses_of_product`,
    'input_wrong: edition 1 is not in force',
  ])
})

it('names a spray before a declared harvest, one dated back, and one that a test holds', () => {
  inputs.declare(village(), 0, declared('2026-12-10', subject, '2026-12-01'))
  inputs.approve(village(), 1, approved('2026-12-04'))
  inputs.declare(village(), 2, declared('2026-12-01', other, '2026-12-02'))
  inputs.test(tested('failed'))
  inputs.declare(village(), 3, declared('2026-12-20'))
  inputs.test(tested('passed'))
  inputs.declare(village(), 4, declared('2026-12-21'))
  expect(details()).toEqual([
    `input_wrong: PD1 on ${subject}: near_harvest`,
    `input_wrong: ${other} was to be harvested before it was declared`,
    `input_wrong: a residue test holds ${subject}`,
  ])
})
