import { refusalsOf } from '../../../platform/refusal.ts'

const merchants = {
  unknown_merchant: {
    kind: 'not_found',
    zh: '没有找到这家商户。',
    en: 'There is no such merchant.',
  },
  merchant_ended: {
    kind: 'conflict',
    zh: '这家商户已经不收券了。',
    en: 'This merchant takes vouchers no more.',
  },
  merchant_person_elsewhere: {
    kind: 'conflict',
    zh: '这个人已经在给一家商户收券了。',
    en: 'This person takes vouchers for a merchant already.',
  },
  not_of_this_merchant: {
    kind: 'not_found',
    zh: '这个人没有给这家商户收券。',
    en: 'This person does not take vouchers for this merchant.',
  },
  no_merchant_of_yours: {
    kind: 'forbidden',
    zh: '您现在没有给哪家商户收券，请找村委。',
    en: 'You take vouchers for no merchant now; ask the committee.',
  },
  no_account_waits: {
    kind: 'conflict',
    zh: '没有这样一个等确认的收款账号，可能已经改过。请刷新再看。',
    en: 'No such account waits to be confirmed; another may have been proposed. Look again.',
  },
  own_merchant: {
    kind: 'forbidden',
    zh: '{name} 是您或您家人在收券的商户，要请别的户的人来办。',
    en: 'You or your household take vouchers for {nameEn}; somebody of another household has to do this.',
  },
} as const

const kinds = {
  unknown_voucher_kind: {
    kind: 'not_found',
    zh: '没有找到这种消费券。',
    en: 'There is no such kind of voucher.',
  },
  voucher_kind_decided: {
    kind: 'conflict',
    zh: '这种消费券已经上架或撤回了。',
    en: 'This kind of voucher has been offered or withdrawn already.',
  },
  voucher_kind_closed: {
    kind: 'conflict',
    zh: '这种消费券现在不换了。',
    en: 'This kind of voucher is not to be had now.',
  },
  voucher_taken_nowhere: {
    kind: 'conflict',
    zh: '现在没有商户收这种券。',
    en: 'No merchant takes this kind of voucher any more.',
  },
} as const

const buying = {
  voucher_for_oneself: {
    kind: 'invalid',
    zh: '自己家的请直接换，不用代办。',
    en: 'For your own household have it directly, not on behalf.',
  },
  voucher_not_for_others: {
    kind: 'forbidden',
    zh: '只有村委和本组组长可以替人换券。',
    en: 'Only the committee, or the leader of their group, can have a voucher issued for somebody.',
  },
  slip_not_printed: {
    kind: 'not_found',
    zh: '没有这样一张纸券可打：只有登记的人当天能打，用过的不再打。',
    en: 'There is no such slip: who entered the voucher prints it on the same day, while nothing is spent of it.',
  },
  voucher_points_short: {
    kind: 'conflict',
    zh: '可用积分不够：要 {needed} 分，还有 {balance} 分。',
    en: 'There are not enough points to spend: {needed} are needed, {balance} are left.',
  },
  voucher_wallet_owes: {
    kind: 'conflict',
    zh: '可用积分还欠 {owed} 分，先用以后的积分补上，补上前不能换券。',
    en: 'The wallet owes {owed} points; what is earned next makes up for them first, and no voucher can be had until then.',
  },
  too_many_vouchers: {
    kind: 'conflict',
    zh: '一户最多有 {most} 张没用的券，先用了再换。',
    en: 'A household has {most} unspent vouchers at most; spend some first.',
  },
} as const

const redeeming = {
  unknown_voucher: {
    kind: 'not_found',
    zh: '没有找到这张券，请核对券码。',
    en: 'There is no such voucher; check the code.',
  },
  voucher_code_mistyped: {
    kind: 'invalid',
    zh: '券码不对，可能输错了一位，请再核对。',
    en: 'This is no voucher’s code; a character may be wrong.',
  },
  voucher_of_other_village: {
    kind: 'not_found',
    zh: '这是别的村的券，本村的商户不能收。',
    en: 'This voucher is another village’s; merchants of this village cannot take it.',
  },
  voucher_not_taken_here: {
    kind: 'conflict',
    zh: '这张券不能在这里用，可以用的商户：{where}。',
    en: 'This voucher is not taken here, but at: {whereEn}.',
  },
  voucher_spent: {
    kind: 'conflict',
    zh: '这张券已经在 {when} 于 {where} 用过了，这次没有核销。',
    en: 'This voucher was spent at {whereEn} on {when}; nothing was taken now.',
  },
  voucher_changed: {
    kind: 'conflict',
    zh: '这张券刚才在 {when} 于 {where} 用过一次，还剩 {left} 元，这次没有核销，请再看一遍。',
    en: 'This voucher was used at {whereEn} on {when}; {left} yuan are left, and nothing was taken now. Look at it again.',
  },
  voucher_expired: {
    kind: 'conflict',
    zh: '这张券 {date} 到期了，不能再用。',
    en: 'This voucher ended on {date} and cannot be used any more.',
  },
  voucher_not_in_parts: {
    kind: 'invalid',
    zh: '这张券要一次用完，是 {value} 元。',
    en: 'This voucher is spent at once, {value} yuan.',
  },
  voucher_left_too_low: {
    kind: 'conflict',
    zh: '这张券只剩 {left} 元，不能收这么多。',
    en: 'Only {left} yuan are left of this voucher; so much cannot be taken.',
  },
  voucher_month_settled: {
    kind: 'conflict',
    zh: '{month} 已经结算，这次没有核销，请再收一次。',
    en: 'Nothing was taken, since this month is settled: {month}. Take the voucher again.',
  },
  own_household_voucher: {
    kind: 'forbidden',
    zh: '这是您自己家的券，要请商户里别的户的人来核销，或者到别的商户用。',
    en: 'This voucher is your own household’s; somebody of another household has to take it, or another merchant.',
  },
  voucher_entered_by_household: {
    kind: 'forbidden',
    zh: '这张券是您或您家人替人登记的，要请商户里别的户的人来核销，或者到别的商户用。',
    en: 'You or your household entered this voucher for somebody; somebody of another household has to take it, or another merchant.',
  },
} as const

const settling = {
  unknown_settlement: {
    kind: 'not_found',
    zh: '没有找到这次结算。',
    en: 'There is no such settlement.',
  },
  settlement_over: {
    kind: 'conflict',
    zh: '这次结算已经确认或撤掉了。',
    en: 'This settlement has been confirmed or dropped already.',
  },
  settlement_month_runs: {
    kind: 'conflict',
    zh: '{month} 还没有过完，月底以后才能结算。',
    en: 'It is too early: a month is settled after its end ({month}).',
  },
  settlement_exists: {
    kind: 'conflict',
    zh: '{month} 已经有结算了。',
    en: 'There is a settlement of {month} already.',
  },
  nothing_to_settle: {
    kind: 'conflict',
    zh: '{month} 没有核销过消费券，没有要结算的。',
    en: 'No voucher was spent in {month}; there is nothing to settle.',
  },
  settlement_changed: {
    kind: 'conflict',
    zh: '发起以后商户的名称或收款账户改过，请撤掉重新发起。',
    en: 'A merchant’s name or account has changed since this was proposed; drop it and propose it again.',
  },
  no_statement: {
    kind: 'not_found',
    zh: '这次结算里没有这家商户的对账单。',
    en: 'This settlement has no statement of this merchant.',
  },
} as const

export const refuse = refusalsOf(merchants, kinds, buying, redeeming, settling)
