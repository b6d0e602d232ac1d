import { refusalsOf } from '../../platform/refusal.ts'

const rules = {
  unknown_order_rule: {
    kind: 'not_found',
    zh: '没有找到这条排队规则。',
    en: 'There is no such rule of order.',
  },
  order_rule_wrong: {
    kind: 'invalid',
    zh: '这条排队规则不对：{zh}',
    en: 'This rule of order is not right: {en}',
  },
  order_rule_without_unit: {
    kind: 'invalid',
    zh: '这条规则里写了数量，请写明按什么数，比如公斤、人。',
    en: 'This rule names an amount; please say in which unit, such as kg or people.',
  },
  order_rule_name_taken: {
    kind: 'conflict',
    zh: '村里已经有一条排队规则叫“{name}”，请换个名称，免得分不清。',
    en: 'The village has a rule of order called “{name}” already; please give this one another name.',
  },
  order_rule_adopted: {
    kind: 'conflict',
    zh: '这条排队规则已经通过了。',
    en: 'This rule of order has been adopted already.',
  },
  own_order_rule: {
    kind: 'forbidden',
    zh: '这条规则是您或您家人拟的，要请别的户的村委委员登记通过。',
    en: 'You or your household drafted this rule; somebody of another household has to enter its adoption.',
  },
  vote_not_carried: {
    kind: 'invalid',
    zh: '这次表决不成立：{zh}',
    en: 'This vote does not hold: {en}',
  },
  vote_in_future: {
    kind: 'invalid',
    zh: '表决日期 {date} 还没有到。',
    en: 'The vote of {date} lies in the future.',
  },
} as const

const offers = {
  unknown_offer: { kind: 'not_found', zh: '没有找到这份机会。', en: 'There is no such offer.' },
  offer_touches_right: {
    kind: 'invalid',
    zh: '{zh}依据：{article}。',
    en: '{en} See {article}.',
  },
  offer_times_wrong: {
    kind: 'invalid',
    zh: '截止时间要晚于开始时间，也要晚于现在，并在 {days} 天以内。',
    en: 'Claims must close after they open, later than now and within {days} days.',
  },
  offer_honour_since_late: {
    kind: 'invalid',
    zh: '荣誉分从 {date} 算起，到截止前一天已经没有一天可算，请写早一些。',
    en: 'No day is left whose honour would count, since it counts up to the day before the close. Write an earlier day than {date}.',
  },
  offer_amounts_wrong: {
    kind: 'invalid',
    zh: '一份申请最多的数量不能超过总数。',
    en: 'What one claim may come to cannot be more than there is.',
  },
  offer_ages_wrong: {
    kind: 'invalid',
    zh: '按个人申请的才能写年龄，而且最小的不能比最大的还大。',
    en: 'Only an offer for persons can ask for ages, the least no higher than the most.',
  },
  order_rule_not_adopted: {
    kind: 'conflict',
    zh: '这条排队规则还没有表决通过，不能用。',
    en: 'This rule of order has not been adopted by a vote yet.',
  },
  order_rule_other_unit: {
    kind: 'invalid',
    zh: '这条排队规则是按别的单位表决的，不能用在这份机会上。',
    en: 'This rule of order was voted in another unit; it does not hold for this offer.',
  },
  unknown_group: {
    kind: 'invalid',
    zh: '村里没有第 {no} 组。',
    en: 'The village has no group {no}.',
  },
  offer_not_draft: {
    kind: 'conflict',
    zh: '这份机会已经公示或取消了。',
    en: 'This offer has been published or cancelled already.',
  },
  own_offer_draft: {
    kind: 'forbidden',
    zh: '这份机会是您或您家人拟的，要请别的户的村委委员公示。',
    en: 'You or your household drafted this offer; somebody of another household has to publish it.',
  },
  offer_not_cancellable: {
    kind: 'conflict',
    zh: '申请已经截止，名单已经公布，不能再取消。',
    en: 'Claims have closed and the queue is announced; it can no longer be cancelled.',
  },
} as const

const claims = {
  claims_not_open: {
    kind: 'conflict',
    zh: '这份机会还没有开始申请。',
    en: 'Claims for this offer are not open yet.',
  },
  claims_closed: {
    kind: 'conflict',
    zh: '申请已经截止，不能再申请、修改或撤回。',
    en: 'Claims have closed; nothing can be claimed, changed or withdrawn any more.',
  },
  offer_cancelled: {
    kind: 'conflict',
    zh: '这份机会已经取消了。',
    en: 'This offer has been cancelled.',
  },
  claim_above_limit: {
    kind: 'invalid',
    zh: '超过了一份申请最多的数量（{mostZh}）。',
    en: 'That is more than one claim may come to ({mostEn}).',
  },
  claim_least_above_wanted: {
    kind: 'invalid',
    zh: '最少有用的数量不能比申请的数量多。',
    en: 'The least that is of use cannot be more than what is claimed.',
  },
  claim_not_for_group: {
    kind: 'forbidden',
    zh: '这份机会只给别的组的户。',
    en: 'This offer is for households of other groups.',
  },
  claim_not_for_age: {
    kind: 'forbidden',
    zh: '这份机会按个人申请，只给公示里写的年龄；村里没有登记出生年份的，请先到村委补上。',
    en: 'This offer is for persons of the age that it tells; where the village does not know the year of birth, the committee enters it first.',
  },
  no_claim: {
    kind: 'not_found',
    zh: '本户和本人都没有申请这份机会。',
    en: 'Neither the household nor the person claimed this offer.',
  },
  claim_for_oneself: {
    kind: 'invalid',
    zh: '自己的申请请直接提，不用代办。',
    en: 'For yourself claim directly, not on behalf.',
  },
  claim_not_for_others: {
    kind: 'forbidden',
    zh: '只有村委和本组组长可以替人登记申请。',
    en: 'Only the committee, or the leader of their group, can enter a claim for somebody.',
  },
  claim_for_household: {
    kind: 'invalid',
    zh: '这是您自己家的人：按户的请直接申请，按个人的请他本人申请，或者请别家的干部登记。',
    en: 'This is somebody of your own household: claim for it directly, or, where persons claim, let them claim or somebody of another household enter it.',
  },
} as const

const turns = {
  no_turn: {
    kind: 'not_found',
    zh: '本户和本人在这份机会里都没有轮次；按个人申请的，只能由本人答复。',
    en: 'Neither the household nor the person has a turn in this offer; a person’s turn is answered by that person only.',
  },
  turn_not_called: {
    kind: 'conflict',
    zh: '还没有轮到。',
    en: 'The turn has not come.',
  },
  turn_ended: {
    kind: 'conflict',
    zh: '这一轮已经结束，不能再答复一次。',
    en: 'This turn has ended; it cannot be answered twice.',
  },
  turn_disputed: {
    kind: 'conflict',
    zh: '有人对这一轮提了异议，先停着，等有了决定再答复。',
    en: 'Somebody objected to this turn; it rests until that is decided.',
  },
  turn_above_called: {
    kind: 'invalid',
    zh: '要的数量超过了轮到的数量。',
    en: 'That is more than came to this turn.',
  },
  turn_for_oneself: {
    kind: 'invalid',
    zh: '自己的轮次请直接答复，不用代办。',
    en: 'Answer your own turn directly, not on behalf.',
  },
  turn_for_household: {
    kind: 'invalid',
    zh: '这是您自己家的人：轮次请直接答复，按个人的由他本人答复，或者请别家的干部登记。',
    en: 'This is somebody of your own household: answer directly, or, where persons claim, let them answer or somebody of another household enter it.',
  },
  turn_not_for_others: {
    kind: 'forbidden',
    zh: '只有村委和本组组长可以替人登记答复。',
    en: 'Only the committee, or the leader of their group, can enter an answer for somebody.',
  },
  own_turn_waits: {
    kind: 'forbidden',
    zh: '您家也在这一份里排着，别家放弃的可能轮到您家，请别的干部登记。',
    en: 'Your household waits in this queue too, and what others pass on may come to it; another cadre enters the answer.',
  },
  turn_not_disputable: {
    kind: 'conflict',
    zh: '这一户没有轮到，或者已经办结，不能提异议。',
    en: 'Nothing came to this place, or the queue is settled; there is nothing to object to.',
  },
  own_turn: {
    kind: 'invalid',
    zh: '这是您家自己的轮次；不想要可以放弃。',
    en: 'This is a turn of your own household; it can be declined.',
  },
  already_disputed: {
    kind: 'conflict',
    zh: '对这一轮已经有一个异议在等决定，或者您家已经提过一次。',
    en: 'An objection to this turn is waiting already, or your household has objected to it before.',
  },
  objector_without_claim: {
    kind: 'forbidden',
    zh: '只有申请了这份机会的可以提异议。',
    en: 'Only who claimed this offer can object.',
  },
  unknown_turn_objection: {
    kind: 'not_found',
    zh: '没有找到这个异议。',
    en: 'There is no such objection.',
  },
  turn_objection_decided: {
    kind: 'conflict',
    zh: '这个异议已经有了决定。',
    en: 'This objection has been decided already.',
  },
  committee_decides_turn: {
    kind: 'forbidden',
    zh: '轮次的异议由村委决定；与村委多数有关的，由监委会或镇里决定。',
    en: 'The committee decides on disputed turns, or the supervisors and the town where too few of it are free.',
  },
  own_household_turn: {
    kind: 'forbidden',
    zh: '这一轮是您家的，或是您家提的异议，要由别人决定。',
    en: 'It is your household’s turn, or your household’s objection; somebody else decides.',
  },
  ran_queue: {
    kind: 'forbidden',
    zh: '这份机会是您或您家人拟的、公示的，或者这户的申请、答复是您或您家人登记的，异议要由别人决定。',
    en: 'You or your household drafted or published this offer, or entered this claim or its answer; somebody else decides.',
  },
} as const

const protection = {
  own_household_protected: {
    kind: 'forbidden',
    zh: '不能给自己家登记照顾，请别的委员办。',
    en: 'You cannot enter protection of your own household; another member does it.',
  },
  already_protected: {
    kind: 'conflict',
    zh: '这一户已经登记了。',
    en: 'This household is entered already.',
  },
  not_protected: {
    kind: 'not_found',
    zh: '这一户没有登记照顾。',
    en: 'This household is not entered.',
  },
} as const

export const refuse = refusalsOf(rules, offers, claims, turns, protection)
