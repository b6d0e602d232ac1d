import { describe, expect, it } from 'vitest'
import { Findings } from '../findings.ts'
import { Awards } from './awards.ts'
import { BreachReports } from './breach-reports.ts'
import type { StatedAward } from './judge-award.ts'

interface Step {
  readonly do:
    | 'make'
    | 'attach'
    | 'withdraw'
    | 'close'
    | 'decide'
    | 'appeal'
    | 'settle'
    | 'deduct'
    | 'takeBack'
    | 'correct'
    | 'closeDay'
  readonly at?: string
  readonly fields?: object
}

const leaf = ({ at = '2026-03-02', fields = {} }: Step) => ({
  at,
  public: { report: 'R', ...fields },
})

/** What takes the place of award A. */
const anew: Parameters<BreachReports['correct']>[2] = {
  ...({ deed: 'D', earner: 'E', household: 'H' } as Pick<
    StatedAward,
    'deed' | 'earner' | 'household'
  >),
  input: {
    itemRef: 'watch-hour',
    quantity: 60,
    occurredOn: '2026-03-01',
    prior: [],
    competing: [],
    upheldReports: 1,
  },
}

/** What an auditor finds wrong with these steps of one report. */
function findingsOf(steps: readonly Step[]): string[] {
  const findings = new Findings()
  const village = { findings, awards: new Awards(), tally: { reports: 0, reportsUpheld: 0 } }
  const reports = new BreachReports()
  for (const [index, step] of steps.entries())
    if (step.do === 'deduct')
      reports.deduct(village, index, step.at ?? '2026-03-10', {
        award: 'A',
        item: 'litter',
        report: 'R',
        ...step.fields,
      })
    else if (step.do === 'takeBack') reports.takeBack(village, index, 'A', 'R')
    else if (step.do === 'correct') reports.correct(village, index, anew, 'A', 'R')
    else if (step.do === 'closeDay') reports.closeDay(village, index)
    else if (step.do === 'make') reports.make(village, index, leaf(step).public as never)
    else if (step.do === 'attach' || step.do === 'withdraw' || step.do === 'close')
      reports[step.do](village, index, 'R')
    else reports[step.do](village, index, leaf(step) as never)
  return findings.kept.map(({ index, detail }) => `${index}: ${detail}`)
}

const upheld = { outcome: 'upheld', item: 'litter' }
const dismissed = { outcome: 'dismissed', item: null }
const made: Step = { do: 'make', fields: { replyDueOn: '2026-03-06' } }
const nameless: Step = { do: 'make', fields: { replyDueOn: null } }
const attached: Step = { do: 'attach', fields: { replyDueOn: '2026-03-09' } }
const withdrawn: Step = { do: 'withdraw' }
const closed: Step = { do: 'close' }
const decided: Step = { do: 'decide', fields: { ...upheld, appealEndsOn: '2026-03-09' } }
const refused: Step = { do: 'decide', fields: { ...dismissed, appealEndsOn: '2026-03-09' } }
const appealed: Step = { do: 'appeal', at: '2026-03-05' }
const deducted: Step = { do: 'deduct' }
const settle = (fields: object, at = '2026-03-10'): Step => ({
  do: 'settle',
  at,
  fields: { appeal: null, award: null, ...fields },
})

const ofPost: Step = { ...decided, fields: { ...decided.fields, item: null } }
const upheldOfPost = settle({ outcome: 'upheld', item: null })
const takenBack: Step = { do: 'takeBack' }
const corrected: Step = { do: 'correct' }
const night: Step = { do: 'closeDay' }

describe('reports of breaches in the log', () => {
  it.each<[string, Step[]]>([
    ['upheld and deducted', [made, decided, deducted, settle({ ...upheld, award: 'A' })]],
    ['upheld, from a household that has left', [made, decided, settle(upheld)]],
    [
      'dismissed after an appeal',
      [made, refused, appealed, settle({ ...dismissed, appeal: 'confirmed' }, '2026-03-06')],
    ],
    [
      'upheld by an appeal, and deducted at once',
      [
        made,
        refused,
        appealed,
        { ...deducted, at: '2026-03-06' },
        settle({ ...upheld, award: 'A', appeal: 'changed' }, '2026-03-06'),
      ],
    ],
    [
      'upheld of a post, and an award of its shift made anew',
      [made, ofPost, upheldOfPost, takenBack, corrected, night],
    ],
    [
      'overturned for a post after its shift was scored',
      [
        made,
        ofPost,
        appealed,
        settle({ ...dismissed, appeal: 'changed' }, '2026-03-06'),
        takenBack,
        corrected,
      ],
    ],
  ])('agree: %s', (_, steps) => expect(findingsOf(steps)).toEqual([]))

  it.each<[string, Step[]]>([
    ['a deduction without a report', [deducted]],
    ['a deduction before the decision', [made, deducted]],
    [
      'a deduction before the time for an appeal is over',
      [made, decided, { ...deducted, at: '2026-03-09' }],
    ],
    ['two deductions for one report', [made, decided, deducted, deducted]],
    ['a deduction that the end does not name', [made, decided, deducted, settle(upheld)]],
    [
      'a deduction for what was dismissed',
      [made, refused, deducted, settle({ ...dismissed, award: 'A' })],
    ],
    [
      'a deduction under another rule',
      [
        made,
        decided,
        { ...deducted, fields: { item: 'noise' } },
        settle({ ...upheld, award: 'A' }),
      ],
    ],
    ['an end before the time for an appeal', [made, decided, settle(upheld, '2026-03-09')]],
    ['another end than was decided', [made, decided, settle(dismissed)]],
    ['an appeal after its time', [made, decided, { ...appealed, at: '2026-03-10' }]],
    ['an appeal that was never told', [made, decided, settle({ ...upheld, appeal: 'confirmed' })]],
    ['a second decision', [made, decided, decided]],
    ['an award taken back before the end', [made, ofPost, takenBack]],
    ['an award taken back for what was dismissed', [made, refused, settle(dismissed), takenBack]],
    ['an award taken back for nothing', [made, ofPost, upheldOfPost, takenBack, night]],
    ['an award corrected that was not taken back', [made, ofPost, upheldOfPost, corrected]],
  ])('do not agree: %s', (_, steps) => expect(findingsOf(steps)).not.toEqual([]))
})

describe('a report that ends without a decision', () => {
  it('is closed where it names nobody, and withdrawn before it is decided', () => {
    expect(findingsOf([nameless, closed])).toEqual([])
    expect(findingsOf([nameless, withdrawn])).toEqual([])
    expect(findingsOf([made, withdrawn])).toEqual([])
    expect(findingsOf([nameless, attached, decided])).toEqual([])
  })

  it('is found wrong where nobody is reported yet, or the decision stands', () => {
    expect(findingsOf([nameless, decided])).toEqual(['1: report R is unassigned, not made'])
    expect(findingsOf([made, closed])).toEqual(['1: report R is made, not unassigned'])
    expect(findingsOf([made, attached])).toEqual(['1: report R is made, not unassigned'])
    expect(findingsOf([made, decided, withdrawn])).toEqual([
      '2: report R is decided, not unassigned or made',
    ])
    expect(findingsOf([made, withdrawn, decided])).toEqual(['2: report R is unknown, not made'])
  })
})
