import { refusalsOf } from '../../../platform/refusal.ts'

export const refuse = refusalsOf({
  gifts_not_allowed: {
    kind: 'conflict',
    zh: '现行积分细则不许农户之间赠送积分。',
    en: 'The rule sheet in force does not let households give each other points.',
  },
  gift_to_own_household: {
    kind: 'invalid',
    zh: '这是您自己家，不用送。',
    en: 'That is your own household.',
  },
  gift_receiver_unknown: {
    kind: 'not_found',
    zh: '本村这个组里没有找到“{name}”，请核对姓名和组别。',
    en: 'Nobody called “{name}” was found in that group of this village; please check name and group.',
  },
  gift_receiver_ambiguous: {
    kind: 'conflict',
    zh: '这个组里叫“{name}”的不止一户，请改写那户另一个人的姓名。',
    en: 'More than one household of that group has a “{name}”; please name somebody else of it.',
  },
  gift_above_limit: {
    kind: 'conflict',
    zh: '每户每月最多送 {most} 分，本月还能送 {left} 分。',
    en: 'A household gives at most {most} points a month; {left} are left this month.',
  },
  gift_while_owing: {
    kind: 'conflict',
    zh: '您家的可用积分还欠 {owed} 分，先用以后的积分补上，补上前不能送。',
    en: 'Your household owes {owed} points; what it earns next makes up for them first, and nothing can be given until then.',
  },
  gift_while_closing: {
    kind: 'conflict',
    zh: '全村的可用分正在办年度结转，过一刻钟再送。',
    en: 'The wallets’ yearly close is just being done; give again in a quarter of an hour.',
  },
  gift_beyond_wallet: {
    kind: 'conflict',
    zh: '可用积分不够：要送 {points} 分，还有 {balance} 分。',
    en: 'There are not enough points to spend: {points} were to be given, {balance} are left.',
  },
})
