import { englishMonths, toLocalText, type CivilDay } from '@azalea/text'
import { amountText, type Amount } from './amount.ts'
import type { Reason } from './rules.ts'

export interface TwoLanguages {
  readonly zh: string
  readonly en: string
}

const unitsZh: Readonly<Record<string, string>> = { g: '克', kg: '公斤', ml: '毫升', l: '升' }

/** 36 毫升, 36 ml; 280 公斤, 280 kg. */
export function amountWords(amount: Amount): TwoLanguages {
  const en = amountText(amount)
  return { zh: en.replace(/[a-z]+$/, (unit) => unitsZh[unit] ?? unit), en }
}

/** A reason as the grower reads it. */
export function reasonWords(reason: Reason): TwoLanguages {
  switch (reason.code) {
    case 'not_on_list':
      return {
        zh: '这个产品不在现行的许用清单上',
        en: 'This product is not on the approved list in force',
      }
    case 'not_for_crop':
      return {
        zh: '清单不许在这种作物上使用',
        en: 'The approved list does not allow it on this crop',
      }
    case 'other_unit':
      return reason.unit === 'g'
        ? { zh: '这个产品按克计量', en: 'This product is weighed in grams' }
        : { zh: '这个产品按毫升计量', en: 'This product is measured in millilitres' }
    case 'dose_above':
      return {
        zh: `超过用量：这块地最多 ${amountWords(reason.limit).zh}`,
        en: `Too much: at most ${amountText(reason.limit)} on this plot`,
      }
    case 'dose_below':
      return {
        zh: `用量不足：这块地至少 ${amountWords(reason.limit).zh}`,
        en: `Too little: at least ${amountText(reason.limit)} on this plot`,
      }
    case 'uses_of_product':
      return {
        zh: `这一季已用满 ${reason.mostUses} 次`,
        en: `Already used as often as allowed this season (${reason.mostUses})`,
      }
    case 'uses_of_substance':
      return {
        zh: `有效成分“${reason.substance}”这一季已用满 ${reason.mostUses} 次`,
        en: `The active substance ${reason.substance} was already used as often as allowed this season (${reason.mostUses})`,
      }
    case 'near_harvest':
      return {
        zh: `离${dayWords(reason.harvestOn).zh}采收不足 ${reason.days} 天`,
        en: `Fewer than ${reason.days} days before the harvest on ${dayWords(reason.harvestOn).en}`,
      }
    case 're_entry': {
      const day = dayWords(toLocalText(reason.endsAt).slice(0, 10))
      const time = toLocalText(reason.endsAt).slice(11)
      return {
        zh: `刚施过药，${day.zh}${time} 以后才能进地`,
        en: `Nobody may enter the plot before ${time} on ${day.en}`,
      }
    }
  }
}

/** 12月14日起可以, possible again from 14 December. */
export function possibleAgainWords(from: CivilDay): TwoLanguages {
  const { zh, en } = dayWords(from)
  return { zh: `${zh}起可以`, en: `possible again from ${en}` }
}

/** 12月14日, 14 December. */
export function dayWords(day: CivilDay): TwoLanguages {
  const month = Number(day.slice(5, 7))
  const date = Number(day.slice(8, 10))
  return { zh: `${month}月${date}日`, en: `${date} ${englishMonths[month - 1]}` }
}
