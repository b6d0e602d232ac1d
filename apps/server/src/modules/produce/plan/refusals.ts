import { dayWords } from '@azalea/produce-rules'
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
    zh: '按“个”算的要写一个多重，其他的不用写。',
    en: 'What is counted in pieces needs the weight of one; nothing else has it.',
  },
  crop_retired: {
    kind: 'conflict',
    zh: '这种作物不再种了，请另选一种。',
    en: 'This crop is grown no more; please choose another.',
  },
  crop_not_for_plot: {
    kind: 'invalid',
    zh: '禽畜只能养在禽畜的地上，庄稼只能种在菜地和园子里。',
    en: 'A flock is kept on the land of a flock, and a field crop grows on a plot or in a garden.',
  },
} as const

const plantings = {
  unknown_season_of_plan: {
    kind: 'not_found',
    zh: '没有这个种植季。',
    en: 'There is no such growing season.',
  },
  season_of_plan_over: {
    kind: 'conflict',
    zh: '这个种植季已经结束，不能再排了。',
    en: 'This growing season is over; nothing more is planned for it.',
  },
  unknown_plot_of_plan: {
    kind: 'not_found',
    zh: '没有这块地。',
    en: 'There is no such plot.',
  },
  plan_of_own_land: {
    kind: 'forbidden',
    zh: '这是农户自家的地，种什么由他们自己排。',
    en: 'This is a household’s own land; they plan it themselves.',
  },
  plan_by_company: {
    kind: 'forbidden',
    zh: '集体的地由村里统一排。',
    en: 'The village plans what grows on collective land.',
  },
  plan_on_resting_plot: {
    kind: 'conflict',
    zh: '这块地在休耕。',
    en: 'This plot is resting.',
  },
  plan_without_holder: {
    kind: 'conflict',
    zh: '这块地这一季还没有人认领。',
    en: 'Nobody has leased this plot for the season.',
  },
  plan_heads_wrong: {
    kind: 'invalid',
    zh: '养的要写多少只，种的不用写。',
    en: 'Of a flock please say how many heads; a field crop has none.',
  },
  sowing_days_wrong: {
    kind: 'invalid',
    zh: '播种的日子不对：结束不能早于开始，也不能已经过去。',
    en: 'The days of sowing are wrong: they end after they begin, and not in the past.',
  },
  sowing_out_of_window: {
    kind: 'conflict',
    zh: '这些天不在这个品种的播种期里。',
    en: 'This variety is not sown on these days.',
  },
  plan_out_of_season: {
    kind: 'conflict',
    zh: '要到{until}才收完，超出了这个种植季（{last}为止）。',
    en: 'It would be harvested until {untilEn}, outside the growing season, which ends on {lastEn}.',
  },
  plantings_overlap: {
    kind: 'conflict',
    zh: '这块地{from}到{until}排了“{crop}”，日子重了。',
    en: 'From {fromEn} to {untilEn} “{cropEn}” is planned on this plot.',
  },
  plan_refused: {
    kind: 'conflict',
    zh: '有{count}块地排不了，一块也没有排。{reasons}',
    en: 'Nothing was planned, since of these plots {count} cannot be planned so. {reasonsEn}',
  },
  unknown_planting: {
    kind: 'not_found',
    zh: '没有这个种植计划，或者已经取消、改过。',
    en: 'There is no such planting, or it was cancelled or changed.',
  },
  planting_begun: {
    kind: 'conflict',
    zh: '已经动手了，不能再改；种不成就取消，再重新排。',
    en: 'Work on it has begun; cancel it and plan anew instead.',
  },
  planting_harvested: {
    kind: 'conflict',
    zh: '已经收了，不能取消。',
    en: 'It has been harvested and cannot be cancelled.',
  },
} as const

const tasks = {
  unknown_task: {
    kind: 'not_found',
    zh: '没有这件农事，或者计划已经取消。',
    en: 'There is no such task, or its planting was cancelled.',
  },
  task_not_yours: {
    kind: 'forbidden',
    zh: '这块地现在不是您家在种。',
    en: 'Your household does not grow on this plot now.',
  },
  task_ended: {
    kind: 'conflict',
    zh: '这件农事已经记过了。',
    en: 'This task has been marked already.',
  },
  task_time_wrong: {
    kind: 'invalid',
    zh: '手机上的时间不对：不能晚于现在，也不能早于两个星期以前。',
    en: 'The telephone’s time is wrong: neither in the future nor more than two weeks ago.',
  },
  task_not_yet: {
    kind: 'conflict',
    zh: '还不到日子：这件农事{from}开始，最早提前 {days} 天记。',
    en: 'Not yet: this task begins on {fromEn}, and is marked no more than {days} days before.',
  },
  task_photo_missing: {
    kind: 'invalid',
    zh: '这件农事要拍一张照片。',
    en: 'This task needs a photo.',
  },
  task_photo_not_yours: {
    kind: 'forbidden',
    zh: '请用自己刚拍的照片。',
    en: 'Please use a photo that you took yourself.',
  },
} as const

export const refuse = refusalsOf({ ...crops, ...plantings, ...tasks })

/** Days as a sentence names them in Chinese, and with the ending `En` in English. */
export function inWords<Name extends string>(
  days: Readonly<Record<Name, string>>,
): Record<Name | `${Name}En`, string> {
  const said = Object.entries<string>(days).flatMap(([name, day]) => {
    const { zh, en } = dayWords(day)
    return [
      [name, zh],
      [`${name}En`, en],
    ]
  })
  return Object.fromEntries(said) as Record<Name | `${Name}En`, string>
}
