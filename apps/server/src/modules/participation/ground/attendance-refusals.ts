export const attendances = {
  still_waiting: {
    kind: 'conflict',
    zh: '还在候补，没有轮到，不能签到。',
    en: 'Still on the waiting list, so check-in is not possible.',
  },
  check_in_too_early: {
    kind: 'conflict',
    zh: '还没到签到时间，{opensAt} 开始签到。',
    en: 'Check-in is not open yet; it opens at {opensAt}.',
  },
  check_in_too_late: {
    kind: 'conflict',
    zh: '这个班次已于 {endsAt} 结束，不能再签到。',
    en: 'This shift ended at {endsAt}; check-in is over.',
  },
  post_code_missing: {
    kind: 'invalid',
    zh: '请输入岗点上显示的 6 位数字。',
    en: 'Please enter the six digits shown at the post.',
  },
  wrong_post_code: {
    kind: 'invalid',
    zh: '签到码不对，请看现在显示的 6 位数字。',
    en: 'That is not the check-in code; please enter the six digits shown there now.',
  },
  too_many_code_tries: {
    kind: 'too_many',
    zh: '输错次数太多，请过 10 分钟再试，或请负责人代为签到。',
    en: 'Too many wrong codes; try again in 10 minutes or ask the leader to check you in.',
  },
  already_checked_in: {
    kind: 'conflict',
    zh: '已于 {at} 签到，不用重复签到。',
    en: 'Already checked in at {at}.',
  },
  on_behalf_of_household: {
    kind: 'forbidden',
    zh: '家里人请自己输入签到码，或请村委来签。',
    en: 'Someone of your own household enters the post’s code, or the committee checks them in.',
  },
  on_behalf_of_oneself: {
    kind: 'forbidden',
    zh: '自己的签到签退请输入签到码。',
    en: 'For yourself, please enter the post’s code.',
  },
  not_checked_in: {
    kind: 'conflict',
    zh: '还没有签到，不能签退。',
    en: 'There is no check-in, so there is nothing to check out of.',
  },
  already_checked_out: {
    kind: 'conflict',
    zh: '已于 {at} 签退。',
    en: 'Already checked out at {at}.',
  },
  check_out_short: {
    kind: 'conflict',
    zh: '才值了 {minutes} 分钟，这一班是 {planned} 分钟。真的要走，请再确认一次。',
    en: 'Only {minutes} of {planned} minutes have passed. If you really leave, please confirm it.',
  },
  walk_in_full: {
    kind: 'conflict',
    zh: '这个班次的 {quota} 个名额都有人了。',
    en: 'All {quota} places of this shift are taken.',
  },
  walk_in_unknown: {
    kind: 'not_found',
    zh: '那个组里没有找到这个人，请看名字和组有没有写对。',
    en: 'Nobody of that name was found in that group; please check both.',
  },
  walk_in_ambiguous: {
    kind: 'conflict',
    zh: '那个组里有同名的人，请村委来登记。',
    en: 'Several people of that group bear the name; please ask the committee to enter it.',
  },
  correction_of_oneself: {
    kind: 'forbidden',
    zh: '不能改自己的签到签退，请村委来改。',
    en: 'You cannot correct your own presence; the committee must do it.',
  },
  correction_of_household: {
    kind: 'forbidden',
    zh: '不能改家里人的签到签退，请村委来改。',
    en: 'You cannot correct the presence of your household; the committee must do it.',
  },
  nobody_to_score: {
    kind: 'conflict',
    zh: '没有可以评分的人：要先签退，家里人由别的村委评。',
    en: 'There is nobody to score: people check out first, and another member scores your household.',
  },
  attendance_scored: {
    kind: 'conflict',
    zh: '已经评过分，签到签退不能再改。有不对的，等公示时提异议。',
    en: 'It was scored already and can be corrected no more; object to it on the notice.',
  },
  attendance_overlaps: {
    kind: 'conflict',
    zh: '这个人 {startsAt} 至 {endsAt} 在“{title}”，一个人不能同时在两处。',
    en: 'From {startsAt} to {endsAt} this person was at “{title}”; nobody is in two places at once.',
  },
  correction_times_wrong: {
    kind: 'invalid',
    zh: '时间不对：签到要在班次开放签到以后、结束以前，签退不早于签到，也不晚于现在。',
    en: 'Those times cannot be: in between check-in’s opening and the shift’s end, out not before in and not later than now.',
  },
  check_out_before_check_in: {
    kind: 'invalid',
    zh: '签退时间早于签到时间（{at}），请检查手机上的时间。',
    en: 'That is before the check-in at {at}; please check the time on your phone.',
  },
  unknown_attendance: {
    kind: 'not_found',
    zh: '没有找到这次出勤。',
    en: 'There is no such attendance.',
  },
  own_attendance: {
    kind: 'forbidden',
    zh: '不能给自己评分，请由村委评分。',
    en: 'You cannot score yourself; the committee must do it.',
  },
  own_household_attendance: {
    kind: 'forbidden',
    zh: '不能给家人评分，请由其他村委评分。',
    en: 'You cannot score a member of your household; another committee member must do it.',
  },
  not_checked_out: {
    kind: 'conflict',
    zh: '还没有签退，签退后才能评分。',
    en: 'Not checked out yet; it can be scored after that.',
  },
  activity_not_over: {
    kind: 'conflict',
    zh: '活动到 {endsAt} 才结束，之后才能结算。',
    en: 'The activity runs until {endsAt}; it can be closed after that.',
  },
  check_outs_missing: {
    kind: 'conflict',
    zh: '还有 {count} 人没有签退。',
    en: '{count} people have not checked out yet.',
  },
  scores_missing: {
    kind: 'conflict',
    zh: '还有 {count} 人没有评分。',
    en: '{count} attendances have no score yet.',
  },
  not_post_keeper: {
    kind: 'forbidden',
    zh: '只有村委、组长和正在值班的负责人可以看这里的签到码。',
    en: 'Only the committee, group leaders and the leader of a shift now there see this code.',
  },
  post_not_found: { kind: 'not_found', zh: '没有找到这个岗点。', en: 'There is no such post.' },
} as const
