import { refusalsOf } from '../../../platform/refusal.ts'

const buying = {
  unknown_good: {
    kind: 'not_found',
    zh: '现行积分细则里没有这种商品。',
    en: 'The rule sheet in force has no such good.',
  },
  shop_without_budget: {
    kind: 'conflict',
    zh: '超市还没有经费，暂时不能预留这种商品。',
    en: 'The shop has no budget yet; this cannot be reserved for now.',
  },
  out_of_stock: {
    kind: 'conflict',
    zh: '只剩 {left} 件可以预留，没有做任何改动。',
    en: 'Only {left} can be reserved; nothing was changed.',
  },
  not_enough_points: {
    kind: 'conflict',
    zh: '可用积分不够：要 {needed} 分，还有 {balance} 分。',
    en: 'There are not enough points to spend: {needed} are needed, {balance} are left.',
  },
  wallet_owes: {
    kind: 'conflict',
    zh: '可用积分还欠 {owed} 分，先用以后的积分补上，补上前不能兑换。',
    en: 'The wallet owes {owed} points; what is earned next makes up for them first, and nothing can be reserved until then.',
  },
  too_many_reserved: {
    kind: 'conflict',
    zh: '一户最多预留 {most} 笔，先领了再预留。',
    en: 'A household reserves {most} at most; fetch some of that first.',
  },
  no_opening_ahead: {
    kind: 'conflict',
    zh: '{days} 天内没有开门的时间，先不能预留。',
    en: 'The shop does not open within {days} days; nothing can be reserved now.',
  },
  buy_for_oneself: {
    kind: 'invalid',
    zh: '自己家的请直接预留，不用代办。',
    en: 'For your own household reserve directly, not on behalf.',
  },
  buy_not_for_others: {
    kind: 'forbidden',
    zh: '只有村委和本组组长可以替人预留。',
    en: 'Only the committee, or the leader of their group, can reserve for somebody.',
  },
  unknown_purchase: {
    kind: 'not_found',
    zh: '没有找到这笔预留或兑换。',
    en: 'There is no such reservation or purchase.',
  },
  not_reserved: {
    kind: 'conflict',
    zh: '这笔预留已经领走或结束了。',
    en: 'This reservation has been fetched or has ended.',
  },
  reservation_over: {
    kind: 'conflict',
    zh: '这笔预留过了领取时间，积分会退回。',
    en: 'The time to fetch this reservation is over; the points go back.',
  },
} as const

const counter = {
  code_not_known: {
    kind: 'not_found',
    zh: '没有找到这个兑换码，或者这户没有预留和兑换。',
    en: 'This code is not known, or the household has reserved and bought nothing.',
  },
  code_of_other_household: {
    kind: 'conflict',
    zh: '这笔不是这个兑换码那一户的。',
    en: 'This is not of the household whose code it is.',
  },
  shop_closed: {
    kind: 'conflict',
    zh: '现在不是开门时间，不能发货。',
    en: 'The shop is not open now; nothing can be handed over.',
  },
  lot_expired: {
    kind: 'conflict',
    zh: '预留的这批货 {date} 过期了，不能发；请取消预留，重新预留一批。',
    en: 'The goods set aside expired on {date} and cannot be handed over; cancel the reservation and reserve again.',
  },
  own_household_purchase: {
    kind: 'forbidden',
    zh: '这是您自己家的，要请别的户的人来办。',
    en: 'This is your own household’s; somebody of another household has to do it.',
  },
  sign_off_by_same_household: {
    kind: 'forbidden',
    zh: '发货的是您或您家人，第二个签字的要是另一户的人。',
    en: 'You or your household handed it over; the second signature has to be of another household.',
  },
  not_handed_over: {
    kind: 'conflict',
    zh: '这笔还没有发货，或者已经签过字了。',
    en: 'This has not been handed over, or is signed already.',
  },
  not_bought: {
    kind: 'conflict',
    zh: '没有领过这么多，不能退。',
    en: 'That many were not fetched; they cannot be given back.',
  },
  already_returned: {
    kind: 'conflict',
    zh: '这笔已经退过了。',
    en: 'This has been given back already.',
  },
  return_term_over: {
    kind: 'conflict',
    zh: '过了退货期限（兑换后 {days} 天），不能退。',
    en: 'The term for giving it back ({days} days) is over.',
  },
} as const

const stock = {
  no_such_budget: {
    kind: 'not_found',
    zh: '没有找到这笔经费；超市的经费要先有村里的决议。',
    en: 'There is no such budget; the shop’s budget needs a resolution of the village first.',
  },
  budget_ended: {
    kind: 'conflict',
    zh: '这笔经费已经结账，不能给超市用。',
    en: 'This budget is closed; the shop cannot use it.',
  },
  unknown_lot: { kind: 'not_found', zh: '没有找到这批货。', en: 'There is no such lot.' },
  lot_expires_too_soon: {
    kind: 'invalid',
    zh: '这批货已经过期，不能入库。',
    en: 'These goods have expired; they cannot be taken in.',
  },
  stock_below_zero: {
    kind: 'conflict',
    zh: '这批货只剩 {left} 件，减不了这么多；先取消预留，再盘点一次。',
    en: 'Only {left} of this lot are left; so many cannot be taken off. Cancel what is reserved of it first, and count again.',
  },
  unknown_stock_move: {
    kind: 'not_found',
    zh: '没有找到这条盘点差异。',
    en: 'There is no such difference.',
  },
  stock_move_decided: {
    kind: 'conflict',
    zh: '这条盘点差异已经签过字了。',
    en: 'This difference has been decided already.',
  },
  stock_move_waits: {
    kind: 'conflict',
    zh: '这批货还有一条盘点差异等签字，先签了再盘。',
    en: 'A difference of this lot waits for its second signature; decide on it first.',
  },
  own_stock_move: {
    kind: 'forbidden',
    zh: '盘点的是您或您家人，要请另一户的人签字。',
    en: 'You or your household counted this; somebody of another household signs it.',
  },
  opening_times_wrong: {
    kind: 'invalid',
    zh: '关门要晚于开门和现在，最长 {hours} 小时，最多提前 {days} 天。',
    en: 'It must close after it opens and after now, within {hours} hours, and open within {days} days.',
  },
  unknown_opening: {
    kind: 'not_found',
    zh: '没有找到这次开门时间，或者已经取消了。',
    en: 'There is no such opening, or it has been cancelled.',
  },
} as const

export const refuse = refusalsOf(buying, counter, stock)
