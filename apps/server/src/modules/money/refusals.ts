import { Refusal, refusalsOf } from '../../platform/refusal.ts'

const budgets = {
  budget_without_resolution: {
    kind: 'invalid',
    zh: '没有成立的决议，不能设这笔经费：{zh}',
    en: 'Without a resolution that holds there is no budget: {en}',
  },
  unknown_budget: { kind: 'not_found', zh: '没有找到这笔经费。', en: 'There is no such budget.' },
  budget_closed: {
    kind: 'conflict',
    zh: '这笔经费已经结账，不能再用。',
    en: 'This budget is closed; nothing more is spent from it.',
  },
  budget_exceeded: {
    kind: 'conflict',
    zh: '这会超出决议给的经费，没有做任何改动。',
    en: 'That would exceed what the resolution allows; nothing was changed.',
  },
  budget_in_use: {
    kind: 'conflict',
    zh: '刚好有人在用这笔经费，没有结账，请再试一次。',
    en: 'Somebody was just using this budget; it was not closed. Please try again.',
  },
  budget_held: {
    kind: 'conflict',
    zh: '这笔经费还有预留没有用完，先办完再结账。',
    en: 'Some of this budget is still set aside; see to that before it is closed.',
  },
  reservation_ended: {
    kind: 'conflict',
    zh: '这笔预留不存在或已经用完，没有做任何改动。',
    en: 'What was set aside is used up or never was; nothing was changed.',
  },
  spending_not_returnable: {
    kind: 'conflict',
    zh: '没有这笔支出、已经退过，或者退的比支出的多。没有做任何改动。',
    en: 'It was never spent, has come back already, or was less; nothing was changed.',
  },
} as const

const payments = {
  unknown_payment_run: {
    kind: 'not_found',
    zh: '没有找到这张付款单。',
    en: 'There are no such payments.',
  },
  answer_unreadable: {
    kind: 'invalid',
    zh: '看不懂这份银行回单：第 {line} 行{zh}。什么都没有改动。',
    en: 'The bank’s answer cannot be read: line {line} {en}. Nothing was changed.',
  },
  answer_check_wrong: {
    kind: 'invalid',
    zh: '回单的校验码对不上，文件可能改过或不完整。什么都没有改动。',
    en: 'The check sum of the answer is wrong: the file was changed or is not whole. Nothing was changed.',
  },
  answer_total_wrong: {
    kind: 'invalid',
    zh: '回单的合计对不上：写的是 {told}，加起来是 {sum}。什么都没有改动。',
    en: 'The totals of the answer are wrong: it says {told}, its lines sum to {sum}. Nothing was changed.',
  },
  answer_of_other_run: {
    kind: 'invalid',
    zh: '这份回单是另一张付款单的。什么都没有改动。',
    en: 'This is the answer to other payments. Nothing was changed.',
  },
  payment_unknown: {
    kind: 'invalid',
    zh: '第 {no} 笔不在这张付款单里。什么都没有改动。',
    en: 'None of these payments: no. {no}. Nothing was changed.',
  },
  payment_amount_wrong: {
    kind: 'invalid',
    zh: '第 {no} 笔的金额对不上：付款单是 {ordered} 元，回单是 {told} 元。什么都没有改动。',
    en: 'The amounts differ: {ordered} yuan were ordered, the answer says {told} (payment no. {no}). Nothing was changed.',
  },
  payment_answered: {
    kind: 'conflict',
    zh: '第 {no} 笔已经有结果了，同一笔不能答复两次。什么都没有改动。',
    en: 'Answered already: payment no. {no}. None is answered twice, and nothing was changed.',
  },
  payment_means_wrong: {
    kind: 'conflict',
    zh: '这张付款单不是这样付的。',
    en: 'These payments are not made in this way.',
  },
  own_household_payment: {
    kind: 'forbidden',
    zh: '第 {no} 笔是给您自己家，或者您家人收券的店的，要由别的户的人登记。',
    en: 'For somebody of another household to enter: payment no. {no}, which goes to your own, or to a shop for which one of it takes vouchers.',
  },
  payout_account_missing: {
    kind: 'conflict',
    zh: '{name}还没有登记银行账号，不能走银行。',
    en: 'No bank account is known of {name}; the bank cannot pay.',
  },
  no_household_of_payments: {
    kind: 'conflict',
    zh: '您在村里没有户，没有要付给您家的钱。',
    en: 'You have no household in the village; nothing is paid to one.',
  },
  nothing_to_repeat: {
    kind: 'conflict',
    zh: '这张付款单里没有失败的、还没重开的付款。',
    en: 'None of these payments failed, or they are ordered anew already.',
  },
} as const

export const refuse = refusalsOf(budgets, payments)

/** What an account that holds too little means here. */
export async function insteadOfTooLow(
  work: Promise<void>,
  code: keyof typeof refuse.table,
): Promise<void> {
  await work.catch((error: unknown) => {
    if (!(error instanceof Refusal) || error.code !== 'balance_too_low') throw error
    throw refuse(code)
  })
}
