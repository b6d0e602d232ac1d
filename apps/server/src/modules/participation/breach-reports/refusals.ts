import { refusalsOf } from '../../../platform/refusal.ts'

export const refuse = refusalsOf({
  unknown_breach_report: {
    kind: 'not_found',
    zh: '没有这条反映。',
    en: 'There is no such report.',
  },
  breach_in_future: {
    kind: 'invalid',
    zh: '时间在将来，请核对日期和时间。',
    en: 'That time lies in the future; please check day and time.',
  },
  breach_too_long_ago: {
    kind: 'invalid',
    zh: '这是 {days} 天以前的事，查不清了，不能再反映。',
    en: 'That was more than {days} days ago and can no longer be established.',
  },
  reported_unknown: {
    kind: 'invalid',
    zh: '这个组里没有叫“{name}”的人，请核对姓名和组别，或者扫牌子。',
    en: 'Nobody in that group is called "{name}"; check name and group, or scan the plate.',
  },
  reported_ambiguous: {
    kind: 'invalid',
    zh: '这个组里不止一人叫“{name}”，请扫对方的牌子，或当面告诉村委会。',
    en: 'More than one person in that group is called "{name}"; scan a plate, or tell the committee in person.',
  },
  reported_not_joined: {
    kind: 'conflict',
    zh: '这户没有加入积分制，不能按积分细则处理；请当面告诉村委会。',
    en: 'That household has not joined, so the point rules do not apply; tell the committee in person.',
  },
  nobody_keeps_it: {
    kind: 'conflict',
    zh: '“{label}”没有登记管护户，请改写是谁。',
    en: 'Nobody is registered as keeper of "{label}"; please name who it was.',
  },
  nobody_on_post: {
    kind: 'conflict',
    zh: '那个时候“{label}”没有人值守，请核对时间。',
    en: 'Nobody was on duty at "{label}" then; please check the time.',
  },
  own_breach: {
    kind: 'forbidden',
    zh: '这是您自己家的事，不用反映；做错了改过来就好。',
    en: 'That is your own household; there is nothing to report, just put it right.',
  },
  already_reported: {
    kind: 'conflict',
    zh: '您反映过这件事（同一天、同一处、同一条），还在处理。要是另一件事，请选“这是另一件事”再报。',
    en: 'You have reported this (same day, place and rule); it is being dealt with. If it is something else, say so and send it again.',
  },
  report_ended: {
    kind: 'conflict',
    zh: '这条反映已经撤回或了结。',
    en: 'This report has been withdrawn or closed.',
  },
  doer_unknown: {
    kind: 'conflict',
    zh: '还不知道是谁，要先找到当事人。',
    en: 'Nobody is known to have done it yet.',
  },
  doer_known: {
    kind: 'conflict',
    zh: '这条反映已经有当事人。',
    en: 'This report has its doer already.',
  },
  doer_is_reporter: {
    kind: 'conflict',
    zh: '这是反映的人自己家，请核对；要是真是这样，就把这条了结。',
    en: 'That is the household of who reported; please check, and close the report if it is so.',
  },
  attached_report: {
    kind: 'forbidden',
    zh: '当事人是您找到的，请另一位来定。',
    en: 'You found who it was; somebody else must decide.',
  },
  withdrawal_not_yours: {
    kind: 'forbidden',
    zh: '只有反映的人能撤回。',
    en: 'Only who reported can withdraw it.',
  },
  photo_not_yours: {
    kind: 'invalid',
    zh: '照片不存在，或不是您上传的。',
    en: 'There is no such photo, or it is not yours.',
  },
  not_reported: {
    kind: 'forbidden',
    zh: '这条反映说的不是您家，不用您说明。',
    en: 'This report is not about your household.',
  },
  replied_already: {
    kind: 'conflict',
    zh: '您家已经说明过了。',
    en: 'Your household has replied already.',
  },
  report_decided: {
    kind: 'conflict',
    zh: '这条反映已经有了决定。',
    en: 'This report has been decided already.',
  },
  reply_awaited: {
    kind: 'conflict',
    zh: '对方还没有说明，要等到 {day} 以后才能决定。',
    en: 'The reported have not replied; it can be decided after {day}.',
  },
  decider_kin: {
    kind: 'forbidden',
    zh: '这件事牵涉您自己或家人，请另一位来定。',
    en: 'This concerns you or your household; somebody else must decide.',
  },
  own_report: {
    kind: 'forbidden',
    zh: '这是您或家人反映的，请另一位来定。',
    en: 'You or your household reported this; somebody else must decide.',
  },
  entered_report: {
    kind: 'forbidden',
    zh: '这条反映是您替人登记的，请另一位来定。',
    en: 'You entered this report for somebody; somebody else must decide.',
  },
  passed_on: {
    kind: 'forbidden',
    zh: '您说过与这件事有牵连，已交给别人来定。',
    en: 'You said that you are involved; somebody else decides.',
  },
  report_for_oneself: {
    kind: 'invalid',
    zh: '自己的事直接反映，不用替自己登记。',
    en: 'Report your own matter directly; nobody enters it for themselves.',
  },
  report_not_for_others: {
    kind: 'forbidden',
    zh: '替人登记由村委办，组长只替本组的人登记。',
    en: 'The committee enters reports for others, and group leaders for their own group.',
  },
  entered_own_breach: {
    kind: 'forbidden',
    zh: '这件事牵涉您家，请别的村干部来登记。',
    en: 'This is about your own household; another cadre must enter it.',
  },
  committee_decides_reports: {
    kind: 'forbidden',
    zh: '反映由村委会决定；不用回避的委员不足三户的，由镇里决定。',
    en: 'The committee decides reports; where fewer than three households of it are left, the town does.',
  },
  rule_needed: {
    kind: 'invalid',
    zh: '属实就要写明违反了哪一条扣分细则。',
    en: 'Upholding a report needs the deduction rule that was broken.',
  },
  rule_without_upholding: {
    kind: 'invalid',
    zh: '不属实就不能扣分。',
    en: 'Nothing is deducted when a report is dismissed.',
  },
  rule_for_post: {
    kind: 'invalid',
    zh: '对岗点的反映不直接扣分，只计入那一班的得分。',
    en: 'A report of a post deducts nothing by itself; it counts in that shift’s award.',
  },
  not_appealable: {
    kind: 'conflict',
    zh: '这条反映现在不能申诉。',
    en: 'This report cannot be appealed now.',
  },
  appeal_not_yours: {
    kind: 'forbidden',
    zh: '只有决定对其不利的一方能申诉。',
    en: 'Only the side that the decision went against can appeal.',
  },
  appeal_too_late: {
    kind: 'conflict',
    zh: '申诉期到 {day} 为止，已经过了。',
    en: 'The time for an appeal ended on {day}.',
  },
  not_appealed: {
    kind: 'conflict',
    zh: '这条反映没有在申诉。',
    en: 'This report is not under appeal.',
  },
  supervisors_decide_appeals: {
    kind: 'forbidden',
    zh: '申诉由监委会决定；不用回避的监委不足三户的，由镇里决定。',
    en: 'The supervisors decide appeals; where fewer than three households of them are left, the town does.',
  },
  decided_before: {
    kind: 'forbidden',
    zh: '原来的决定是您作的，申诉请另一位来定。',
    en: 'You made the decision under appeal; somebody else must decide.',
  },
})
