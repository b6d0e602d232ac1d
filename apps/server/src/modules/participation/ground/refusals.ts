import { attendances } from './attendance-refusals.ts'
import { refusalsOf } from '../../../platform/refusal.ts'

const ratings = {
  stars_not_allowed: {
    kind: 'invalid',
    zh: '星数只能是 1、2、3、4、5 中的一个。',
    en: 'Stars must be 1, 2, 3, 4 or 5.',
  },
  already_rated_today: {
    kind: 'conflict',
    zh: '您今天已经评过“{label}”了，明天可以再评。',
    en: 'You have already rated “{label}” today; you can rate it again tomorrow.',
  },
  own_subject: {
    kind: 'forbidden',
    zh: '“{label}”是您自家的，不能给自家评星。',
    en: '“{label}” is your own household’s; you cannot rate it yourself.',
  },
  photo_not_yours: {
    kind: 'invalid',
    zh: '这张照片不是您上传的，请重新拍照。',
    en: 'This photo was not uploaded by you; please take it again.',
  },
  occurred_in_future: {
    kind: 'invalid',
    zh: '时间在将来，请检查手机上的日期和时间。',
    en: 'That time lies in the future; please check the date and time on your phone.',
  },
  occurred_too_long_ago: {
    kind: 'invalid',
    zh: '这是 24 小时以前的事，不能再补记了。',
    en: 'That was more than 24 hours ago and can no longer be entered.',
  },
} as const

const proposals = {
  unknown_activity: {
    kind: 'not_found',
    zh: '没有找到这个活动。',
    en: 'There is no such activity.',
  },
  activity_in_past: {
    kind: 'invalid',
    zh: '活动的开始时间要晚于现在。',
    en: 'The activity must begin later than now.',
  },
  activity_too_far_off: {
    kind: 'invalid',
    zh: '活动要在一年以内开始，最长不超过 92 天。',
    en: 'The activity must begin within a year and last at most 92 days.',
  },
  activity_times_wrong: {
    kind: 'invalid',
    zh: '活动的结束时间要晚于开始时间。',
    en: 'The activity must end after it begins.',
  },
  sign_up_deadline_wrong: {
    kind: 'invalid',
    zh: '报名截止时间要晚于现在，且不晚于活动结束。',
    en: 'Sign-up must close later than now and no later than the activity’s end.',
  },
  shift_times_wrong: {
    kind: 'invalid',
    zh: '第 {no} 个班次的结束时间要晚于开始时间，最长 24 小时。',
    en: 'Shift {no} must end after it begins and last at most 24 hours.',
  },
  shift_outside_activity: {
    kind: 'invalid',
    zh: '第 {no} 个班次不在活动的起止时间之内。',
    en: 'Shift {no} lies outside the activity’s times.',
  },
  unknown_post: {
    kind: 'invalid',
    zh: '第 {no} 个班次的岗点不存在。',
    en: 'The post of shift {no} does not exist.',
  },
  unknown_leader: {
    kind: 'invalid',
    zh: '没有找到这位负责人。',
    en: 'There is no such person to lead it.',
  },
  item_not_for_activities: {
    kind: 'invalid',
    zh: '“{itemZh}”不能作为活动的积分事项，请另选一项。',
    en: '“{itemEn}” cannot be earned by an activity; please choose another item.',
  },
  circumstance_not_in_item: {
    kind: 'invalid',
    zh: '第 {no} 个班次选的情形不在“{itemZh}”的细则里。',
    en: 'The rule for “{itemEn}” knows no such circumstance as named for shift {no}.',
  },
  not_initiator: {
    kind: 'forbidden',
    zh: '只有发起人可以修改后重新提交。',
    en: 'Only the initiator can change and resubmit it.',
  },
  activity_not_sent_back: {
    kind: 'conflict',
    zh: '只有被退回的活动可以修改后重新提交。',
    en: 'Only an activity that was sent back can be resubmitted.',
  },
  activity_of_entered: {
    kind: 'forbidden',
    zh: '这个活动的发起人或负责人是您（或您家人）录进花名册的，请由其他村委审批。',
    en: 'You or your household entered the initiator or leader of this activity on the roster; another committee member must decide.',
  },
  own_activity: {
    kind: 'forbidden',
    zh: '您或您的家人是这个活动的发起人或负责人，请由其他村委审批。',
    en: 'You or your household initiated or lead this activity; another committee member must decide.',
  },
  activity_already_decided: {
    kind: 'conflict',
    zh: '这个活动不在待审批状态，可能已有人处理。请刷新查看。',
    en: 'This activity is not waiting for a decision; someone may have decided already. Please refresh.',
  },
  activity_already_started: {
    kind: 'conflict',
    zh: '活动的开始时间已过，不能批准。可以退回请发起人改时间。',
    en: 'Its start has passed, so it cannot be approved. Send it back to have the time changed.',
  },
  decision_words_missing: {
    kind: 'invalid',
    zh: '退回或不批准时，请写明原因。',
    en: 'Please give the reason when sending back or refusing.',
  },
  not_activity_leader: {
    kind: 'forbidden',
    zh: '只有活动负责人或村委可以这样做。',
    en: 'Only the activity’s leader or the committee can do this.',
  },
  activity_over: {
    kind: 'conflict',
    zh: '这个活动已经结束、取消或未获批准。',
    en: 'This activity is closed, cancelled or was refused.',
  },
  activity_attended: {
    kind: 'conflict',
    zh: '已有人签到，不能取消；请在活动后结束它，让大家得到积分。',
    en: 'People have checked in, so it cannot be cancelled; close it afterwards so that they get their points.',
  },
} as const

const shifts = {
  unknown_shift: { kind: 'not_found', zh: '没有找到这个班次。', en: 'There is no such shift.' },
  activity_not_open: {
    kind: 'conflict',
    zh: '这个活动还没有批准，或已经结束、取消。',
    en: 'This activity is not approved, or is over or cancelled.',
  },
  sign_up_closed: {
    kind: 'conflict',
    zh: '报名已于 {closedAt} 截止。',
    en: 'Sign-up closed at {closedAt}.',
  },
  already_signed_up: {
    kind: 'conflict',
    zh: '您已经报名这个班次了。',
    en: 'You are already signed up for this shift.',
  },
  shift_overlaps: {
    kind: 'conflict',
    zh: '时间与已报名的“{title}”（{startsAt} 至 {endsAt}）重叠。',
    en: 'It overlaps with “{title}” ({startsAt} to {endsAt}), signed up for already.',
  },
  shift_full: {
    kind: 'conflict',
    zh: '这个班次的 {quota} 个名额和候补都满了，请选别的班次。',
    en: 'All {quota} places and the waiting list of this shift are full; please choose another.',
  },
  not_signed_up: {
    kind: 'conflict',
    zh: '没有报名这个班次。',
    en: 'There is no sign-up for this shift.',
  },
  withdraw_closed: {
    kind: 'conflict',
    zh: '退出报名已于 {closedAt} 截止，有事请联系负责人。',
    en: 'Withdrawing closed at {closedAt}; please contact the leader.',
  },
} as const

const spotChecks = {
  no_candidates: {
    kind: 'conflict',
    zh: '眼下没有可以抽查的对象。',
    en: 'There is nothing that could be checked at the moment.',
  },
  too_many_candidates: {
    kind: 'conflict',
    zh: '可抽查的对象超过 {most} 个，请少选几类。',
    en: 'There are more than {most} candidates; please choose fewer kinds.',
  },
  draw_waiting: {
    kind: 'conflict',
    zh: '上一次抽查公布了还没有抽，等账本下一次签名、抽完以后再公布新的。',
    en: 'A draw is announced and waits for the next checkpoint of the log; announce the next one after it.',
  },
  unknown_spot_draw: {
    kind: 'not_found',
    zh: '没有找到这次抽查。',
    en: 'There is no such draw.',
  },
  unknown_spot_check: {
    kind: 'not_found',
    zh: '没有找到这项抽查。',
    en: 'There is no such spot check.',
  },
  spot_check_made: {
    kind: 'conflict',
    zh: '这项抽查已经评过分，不能再改。',
    en: 'This spot check has been made; its score cannot be changed.',
  },
  spot_check_not_open: {
    kind: 'conflict',
    zh: '班次 {opensAt} 才开始，那时再去看。',
    en: 'The shift begins at {opensAt}; please look then.',
  },
  spot_check_lapsed: {
    kind: 'conflict',
    zh: '这项抽查到 {dueAt} 截止，已经作废。',
    en: 'This spot check was to be made by {dueAt}; it has lapsed.',
  },
  check_photo_missing: {
    kind: 'invalid',
    zh: '请拍一张现场照片再提交。',
    en: 'Please take a photo on the spot first.',
  },
  own_draw: {
    kind: 'forbidden',
    zh: '这次抽查是您或家人公布的，请由别人去评分。',
    en: 'You or your household announced this draw; somebody else must do the checking.',
  },
  check_took_part: {
    kind: 'forbidden',
    zh: '您参加、发起或评过这个班次，请由别人抽查。',
    en: 'You took part in this shift, initiated or scored it; somebody else must check it.',
  },
  check_of_household: {
    kind: 'forbidden',
    zh: '这里有您的家人，请由别人抽查。',
    en: 'Your household has a part in this; somebody else must check it.',
  },
  check_of_rated: {
    kind: 'forbidden',
    zh: '您或家人已经给这里评过星，请由没有评过的人抽查。',
    en: 'You or your household have rated this already; somebody who has not must check it.',
  },
  spot_checks_missing: {
    kind: 'conflict',
    zh: '还有 {count} 个班次被抽中、等镇里评分，最晚到 {dueAt}。',
    en: '{count} shifts were drawn for a spot check, which is to be made by {dueAt}.',
  },
  spot_draw_waiting: {
    kind: 'conflict',
    zh: '这里的班次在抽查名单上，马上就抽，请过几分钟再结算。',
    en: 'Shifts of this activity are on a list about to be drawn from; please close it in a few minutes.',
  },
} as const

/** Every "no" of this module, with its stable code. */
export const refuse = refusalsOf(ratings, proposals, shifts, attendances, spotChecks)
