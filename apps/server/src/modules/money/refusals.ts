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

export const refuse = refusalsOf({ ...budgets })

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
