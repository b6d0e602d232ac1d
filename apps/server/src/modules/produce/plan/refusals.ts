import { refusalsOf } from '../../../platform/refusal.ts'

const crops = {
  unknown_crop: {
    kind: 'not_found',
    zh: '没有登记这种作物。',
    en: 'There is no such crop.',
  },
  crop_name_taken: {
    kind: 'conflict',
    zh: '“{name}”的这个品种已经登记过了。',
    en: 'This variety of “{name}” has been entered already.',
  },
  crop_sowing_wrong: {
    kind: 'invalid',
    zh: '播种期要写清楚首尾两天，每天都是日历上有的。',
    en: 'A sowing window has a first and a last day, and both are days of the calendar.',
  },
  crop_yield_wrong: {
    kind: 'invalid',
    zh: '按“个”算的要写一个多重，其他的不用写；种的按亩估产，养的按只估产。',
    en: 'What is counted in pieces needs the weight of one, and nothing else has it; a field yields by the mu, a flock by the head.',
  },
} as const

export const refuse = refusalsOf({ ...crops })
