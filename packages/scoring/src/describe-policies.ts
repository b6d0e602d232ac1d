import { formatHundredths, formatPermille, pointsEn } from './amounts-in-words.ts'
import type { Language } from './amounts-in-words.ts'
import { returnDaysOf, type RuleGood, type SheetPolicies } from './rule-sheet.ts'

/** What holds for the whole sheet, in sentences. */
export function describePolicies(policies: SheetPolicies, lang: Language): string[] {
  return lang === 'zh' ? policiesZh(policies) : policiesEn(policies)
}

/** What a good costs, and how much of it there is to begin with. */
export function describeGood(good: RuleGood, lang: Language): string[] {
  const { unit, costHundredths, initialStock } = good
  const days = returnDaysOf(good)
  if (lang === 'zh') {
    const stock = initialStock === undefined ? [] : [`开始时有 ${initialStock} ${unit.zh}。`]
    const back = days === 0 ? '兑换后不退。' : `兑换后 ${days} 天内可以退。`
    return [`1 ${unit.zh}要 ${formatHundredths(costHundredths)} 分。`, ...stock, back]
  }
  const stock = initialStock === undefined ? [] : [`To begin with there are ${initialStock}.`]
  const back =
    days === 0
      ? 'It is not taken back.'
      : `It can be given back within ${days === 1 ? 'one day' : `${days} days`}.`
  return [`One ${unit.en} costs ${pointsEn(costHundredths)}.`, ...stock, back]
}

function policiesZh(policies: SheetPolicies): string[] {
  const { wallet, startingHundredths, gifts, onlyHighest, ownItems } = policies
  const day = wallet.kind === 'keep' ? '' : dayZh(wallet.on)
  const wallets = {
    keep: () => '可用分一直留着，不清零。',
    reset: () => `可用分每年 ${day}清零，荣誉分不动。`,
    carry_over: () => `可用分每年 ${day}结转 ${shareZh(wallet)}，荣誉分不动。`,
  }
  return [
    wallets[wallet.kind](),
    ...(startingHundredths === 0
      ? []
      : [
          `每户加入时得 ${formatHundredths(startingHundredths)} 可用分，只得一次；荣誉分从零开始。`,
        ]),
    ...(gifts === undefined
      ? []
      : [
          `可用分可以送给别家，每户每月最多送 ${formatHundredths(gifts.atMostHundredthsPerMonth)} 分，不能卖。`,
        ]),
    onlyHighest === 'same_deed'
      ? '一件事对上几项，只计最高的一项。'
      : '一件事对上同一互斥组的几项，只计最高的一项。',
    `有人提出异议，${policies.objectionAnswerWorkingDays} 个工作日内答复。`,
    `本人要求不再公开自己的得分，${policies.withdrawalWorkingDays} 个工作日内办到。`,
    ...(ownItems === undefined
      ? []
      : [
          `村里最多自设 ${ownItems.atMostMerits} 项加分、${ownItems.atMostDeductions} 项扣分，每项最多 ${formatHundredths(ownItems.atMostHundredthsEach)} 分。`,
        ]),
  ]
}

function policiesEn(policies: SheetPolicies): string[] {
  const { wallet, startingHundredths, gifts, onlyHighest, ownItems } = policies
  const day = wallet.kind === 'keep' ? '' : dayEn(wallet.on)
  const wallets = {
    keep: () => 'Points to spend are kept and never reset.',
    reset: () => `Points to spend are reset each year on ${day}; honour is never touched.`,
    carry_over: () =>
      `Each year on ${day}, ${shareEn(wallet)} of the points to spend are carried over; honour is never touched.`,
  }
  return [
    wallets[wallet.kind](),
    ...(startingHundredths === 0
      ? []
      : [
          `Each household gets ${pointsEn(startingHundredths)} to spend when it joins, once; honour begins at nothing.`,
        ]),
    ...(gifts === undefined
      ? []
      : [
          `A household may give others up to ${pointsEn(gifts.atMostHundredthsPerMonth)} to spend in a month, never for money.`,
        ]),
    onlyHighest === 'same_deed'
      ? 'Of several items for one deed the highest counts.'
      : 'Of several items of one exclusive group for one deed the highest counts.',
    `An objection is answered within ${daysEn(policies.objectionAnswerWorkingDays)}.`,
    `Whoever asks for it is out of public view within ${daysEn(policies.withdrawalWorkingDays)}.`,
    ...(ownItems === undefined
      ? []
      : [
          `The village may add ${ownItems.atMostMerits} merits and ${ownItems.atMostDeductions} deductions of at most ${pointsEn(ownItems.atMostHundredthsEach)} each.`,
        ]),
  ]
}

type Wallet = SheetPolicies['wallet']

function shareZh(wallet: Wallet): string {
  if (wallet.kind !== 'carry_over') return ''
  const most = wallet.atMostHundredths
  const limit = most === undefined ? '' : `，最多 ${formatHundredths(most)} 分`
  return `${formatPermille(wallet.keepPermille)}${limit}`
}

function shareEn(wallet: Wallet): string {
  if (wallet.kind !== 'carry_over') return ''
  const most = wallet.atMostHundredths
  const limit = most === undefined ? '' : ` (at most ${formatHundredths(most)})`
  return `${formatPermille(wallet.keepPermille)}${limit}`
}

function dayZh(on: string): string {
  const [month, day] = on.split('-').map(Number)
  return `${month} 月 ${day} 日`
}

const months =
  'January February March April May June July August September October November December'.split(' ')

function dayEn(on: string): string {
  const [month, day] = on.split('-').map(Number)
  return `${day} ${months[(month ?? 1) - 1] ?? ''}`
}

function daysEn(days: number): string {
  return days === 1 ? 'one working day' : `${days} working days`
}
