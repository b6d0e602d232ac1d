import { count, day, eitherBy, fields, id, list, pseudonym, text, word } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

const grades = list(fields({ grade: word('first', 'second', 'third'), fen: count('fen') }))
const deductions = list(
  eitherBy(
    'permille',
    fields({ permille: count('thousandths') }),
    fields({ fenEach: count('fen') }),
  ),
)

export const roundOpened = defineRecord({
  kind: 'round.opened',
  version: 1,
  title: { zh: '设立收购场次', en: 'A buying round opened' },
  public: fields({
    offer: pseudonym('offer'),
    crop: text,
    unit: word('jin', 'kg'),
    grades,
    deductions,
    collectsOn: day,
    budget: pseudonym('budget'),
  }),
  sealed: { opener: { roundId: id, openedBy: id } },
})

export const about: About = {
  fields: {
    offer: 'the offer by which growers stand in the order of points',
    grades: 'what is paid for a unit of each grade',
    deductions: 'what was agreed beforehand: a share of what is paid, or so much a weigh-in',
    collectsOn: 'the day on which is weighed',
    budget: 'whose money pays',
  },
  infer: 'what the company pays for a crop, and when',
  valid: [
    {
      budget: 'HmQhQVot0AxWCPVDConQwq',
      collectsOn: '2026-12-14',
      crop: '白菜',
      deductions: [{ permille: 20 }, { fenEach: 50 }],
      grades: [
        { fen: 180, grade: 'first' },
        { fen: 120, grade: 'second' },
      ],
      offer: 'VmQhQVot0AxWCPVDConQwq',
      unit: 'jin',
    },
  ],
  invalid: [
    { but: { unit: 'gram' }, problem: 'not_allowed' },
    { but: { grades: [{ fen: -1, grade: 'first' }] }, problem: 'out_of_range' },
    { but: { collectsOn: 'soon' }, problem: 'bad_format' },
    { but: { grower: 'somebody' }, problem: 'additional_field' },
  ],
}
