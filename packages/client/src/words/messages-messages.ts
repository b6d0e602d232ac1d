import { defineMessages } from '../texts.ts'

/** Keys with a dot are the kinds that the server sends. */
export const messagesMessages = defineMessages('messages', {
  zh: {
    title: '消息',
    empty: '还没有消息',
    emptyHint: '报名、审批、积分有了结果，会在这里告诉您。',
    new: '新',
    markAll: '全部标为已读',
    said: '“{{words}}”',
    unknown: '有一条新消息。请更新页面后再看。',
    someItem: '一件事',
    'activity.named_leader': '请您带队：“{{title}}”。',
    'activity.approved': '“{{title}}”批准了，可以报名了。',
    'activity.sent_back': '“{{title}}”退回来了，请改一改再交。',
    'activity.refused': '“{{title}}”没有批准。',
    'activity.cancelled': '“{{title}}”取消了。',
    'activity.closed': '“{{title}}”结束了，您得 {{points}} 分，等公示。',
    'sign_up.promoted': '候补到您了：“{{title}}”，{{span}}。',
    'check_in.by_leader': '{{leader}}替您签到了“{{title}}”，{{at}}。不对请找他。',
    'check_out.by_leader': '{{leader}}替您签退了“{{title}}”，{{at}}。不对请找他。',
    'check_in.for_person': '您替{{name}}签到了“{{title}}”，{{at}}。',
    'check_out.for_person': '您替{{name}}签退了“{{title}}”，{{at}}。',
    'check_out.by_clock': '“{{title}}”您忘了签退，按班次结束的 {{at}} 替您签退了。',
    'check_out.for_other_shift':
      '“{{title}}”您离线签的到，后来才传上来；那之后您已在“{{otherTitle}}”签到，就按 {{at}} 替您签退了。不对请找组织人。',
    'spot_check.drawn_other': '抽查抽中了 {{count}} 处，等您到现场评分。',
    'spot_check.lapsed_other': '有 {{count}} 处抽查到期没人去查，账本里记了下来。',
    'check_out.by_clock_for_people_other':
      '“{{title}}”有 {{count}} 人忘了签退，已按班次结束的时间签退。请您评分。',
    'attendance.corrected': '{{leader}}改正了您在“{{title}}”的签到签退：{{presence}}。',
    presence_never: '没有到场',
    presence_there: '{{at}} 签到，还没签退',
    presence_times: '{{span}}，算 {{time}}',
    'awards.on_notice':
      '公示了：您的{{what}}。觉得不对，请在{{day}}前（含当日）提出异议；没有异议，公示完入账。',
    noticed_other: '“{{item}}”{{count}} 笔 {{points}} 分',
    noticedJoin: '、',
    'awards.final_other': '{{count}} 笔积分公示完了，{{points}} 分已经入账。',
    'award.reversed': '“{{item}}”的 {{points}} 分撤回了，荣誉分变 {{honour}} 分。',
    'award.reversedUnposted': '“{{item}}”的 {{points}} 分撤回了。它还没有入账，荣誉分不变。',
    'award.recounted':
      '“{{item}}”按反映的最后结果重新算过：原来 {{from}} 分，现在 {{points}} 分，已经入账。',
    'award.recountedNotice':
      '“{{item}}”按反映的最后结果重新算过：原来 {{from}} 分，现在 {{points}} 分，公示完入账。',
    'award.superseded':
      '同一件事只取最高的一笔：“{{item}}”{{points}} 分已经入账，“{{fromItem}}”的 {{from}} 分同时撤回。',
    'award.supersededNotice':
      '同一件事只取最高的一笔：“{{item}}”{{points}} 分，公示完入账；“{{fromItem}}”的 {{from}} 分不再公示。',
    'deed.refused': '{{day}}的“{{item}}”没有通过。',
    'objection.entered': '您的异议已由村里替您登记，最晚 {{day}} 答复。不对请马上说。',
    'objection.raisedTo': '有人对您的“{{item}}”{{points}} 分提了异议，最晚 {{day}} 答复。',
    'objection.raised': '有人对您的一笔得分提了异议，最晚 {{day}} 答复。',
    'objection.stand-back.committee': '有一条异议您要回避，由村委会其他委员在 {{day}} 前答复。',
    'objection.stand-back.overseers':
      '有一条异议您要回避，村委会不用回避的不足三户：由监委会或镇里在 {{day}} 前答复。',
    'objection.to-overseers':
      '村委会不用回避的不足三户，您的异议转给监委会或镇里，最晚 {{day}} 答复。',
    'objection.yours-to-answer':
      '村委会不用回避的不足三户，有一条异议由监委会或镇里答复，最晚 {{day}}。',
    'objection.upheld': '异议成立：“{{item}}”的 {{from}} 分撤回了，这家的荣誉分变 {{honour}} 分。',
    'objection.upheldUnposted':
      '异议成立：“{{item}}”的 {{from}} 分撤回了。它还没有入账，这家的荣誉分不变。',
    'objection.corrected':
      '异议成立：“{{item}}”原来 {{from}} 分，更正为 {{to}} 分，已经入账，这家的荣誉分变 {{honour}} 分。',
    'objection.correctedNotice':
      '异议成立：“{{item}}”原来 {{from}} 分，更正为 {{to}} 分，再公示，公示完入账。',
    'objection.refused': '异议不成立：“{{item}}”的 {{from}} 分不变。',
    'objection.overdue': '有一条异议到 {{day}} 还没有答复，请督促村委会。',
    'breach_report.made': '有人反映您家，请在{{day}}以前说说您这边的情况。',
    'breach_report.entered': '您的反映已由村里替您登记，最晚 {{day}} 决定。不对请马上说。',
    'breach_report.upheld': '反映的事查实了，属实。不服可以在{{day}}以前申诉。',
    'breach_report.dismissed': '反映的事查过了，不属实。反映的人不服可以在{{day}}以前申诉。',
    'breach_report.appealed': '对方向监委会申诉了，最晚 {{day}} 答复。',
    'breach_report.attached': '您反映的事查到当事人了，最晚 {{day}} 决定。',
    'breach_report.withdrawn': '一条反映已经撤回，不再处理，什么都不扣。',
    'breach_report.closed': '您反映的事没有查到是谁，已经了结。',
    'breach_report.endedUpheld': '反映的事结束了：属实。',
    'breach_report.endedDismissed': '反映的事结束了：不属实。',
    'deduction.repaired': '“{{item}}”补救了，还您家 {{points}} 分。',
    'opening.proposed': '有一条启封等村委会另一位成员批准。',
    'opening.granted': '村委会准您启封，到 {{day}} 为止。',
    'village.public_url_said':
      '村里的网址改成了 {{address}}，所有牌子的码都通到那里。不是村里的网址，请马上找管理员。',
    'role.granted': '您现在是{{role}}了。',
    'role.revoked': '您不再是{{role}}了。',
    'role.colleague_granted': '{{name}}现在是{{role}}了。不认识这个人，请马上问一问。',
    'sign_in.change_proposed':
      '有人提出改您的{{what}}，还没有改，等另一户的村委成员或管理员确认。不是您的意思，请马上点进来不同意。',
    'sign_in.passing_on_proposed':
      '有人说您登记的手机号转给了别人用，等第二个人确认。不对请马上告诉监委会。',
    'sign_in.changed_person': '您改了登录号码，所有设备都已退出。',
    'sign_in.changed_two': '您的{{what}}由两位村干部改了，所有设备都已退出。不对请马上告诉监委会。',
    'sign_in.number_passed_on': '您登记的手机号转给了别人，不能再用它登录。请到村委会登记新号码。',
    'sign_in.wechat_bound':
      '您的手机号绑定了一个微信号，以后可以用它登录。不是您本人，请马上点进来解除。',
    'sign_in.wechat_unbound': '您的微信登录解除了，用它登录的设备已退出。',
    'sign_in.change_declined': '有人提出改您的{{what}}，没有通过，照旧。',
    'sign_in.change_declined_by_person': '您提出改的{{what}}，本人不同意，没有改。',
    'sign_in.proposal_declined': '您提出改的{{what}}，别的成员没有同意，没有改。',
    'sign_in.proposal_ended': '您提出改的{{what}}不用再等了：已有别的改动，或本人不再参加。',
    'sign_in.changes_made_other': '{{name}}等 {{count}} 人的手机号或身份证号改了，账本里有记录。',
    sign_in_phone: '手机号',
    sign_in_identity: '身份证号',
    sign_in_both: '手机号和身份证号',
    'leave.entered': '村里按书面登记了您家退出积分，{{until}}生效。不是您家的意思，请点开说不。',
    'leave.to_confirm': '有一户的退出按书面登记了，{{until}}生效。请核对；不对就撤掉。',
    'leave.dropped': '按书面登记的退出撤掉了，这户人家没有退出。',
    'consent.join': '您家加入积分的决定，已由村里替您录入。不对请马上说。',
    'consent.leave': '您家退出积分的决定，已由村里替您录入。不对请马上说。',
    'person.entered': '村里把您登记进了花名册：{{door}}。',
    'person.corrected': '花名册里您的登记改了：{{before}} → {{after}}。不对请马上说。',
    'person.moved': '花名册里您从{{from}}换到了{{to}}。以前的分留在原来那户。不对请马上说。',
    'person.moved.file':
      '村里导入了新的花名册，您从{{from}}换到了{{to}}。以前的分留在原来那户。不对请马上说。',
    'person.departed.died': '花名册里{{name}}登记为去世。不对请马上说。',
    'person.departed.moved_away': '花名册里{{name}}登记为迁出本村。不对请马上说。',
    'person.returned':
      '花名册里您又登记为在村。身份要另外登记；手机号没有跟着恢复的，也要另外登记。',
    'household.head_named.you': '您现在是家里的户主。',
    'household.head_named.other': '您家换了户主。不对请马上说。',
    'household.person_added': '花名册里您家多了一个人：{{name}}。不对请马上说。',
    'removal.proposed.erased':
      '有人提出删除您的全部资料，正等别家的一位确认。不是您的意思请马上说。',
    'removal.proposed.died': '有人提出把您登记为去世，正等别家的一位确认。不对请马上说。',
    'removal.proposed.moved_away': '有人提出把您登记为迁出本村，正等别家的一位确认。不对请马上说。',
    'removal.proposed.moved_in': '有人提出让您换到别的户，正等别家的一位确认。不对请马上说。',
    'removal.proposed_at_home.died':
      '有人提出把您家的{{name}}登记为去世，正等别家的一位确认。不对请马上告诉村里。',
    'removal.proposed_at_home.moved_away':
      '有人提出把您家的{{name}}登记为迁出本村，正等别家的一位确认。不对请马上告诉村里。',
    'removal.proposed_at_home.moved_in':
      '有人提出让{{name}}搬进您这户，正等别家的一位确认；办了以后，能替您家办事。不对请马上告诉村里。',
    'removal.to_confirm':
      '有人提出让一个人不再参加、搬进别家，或删除资料，请您核对以后确认，或撤掉。',
    'removal.dropped': '让您不再参加、换户，或删除您资料的提议撤掉了。',
    'removal.proposal_dropped': '您提出让一个人不再参加、换户，或删除资料，别的成员撤掉了。',
    'purchase.reserved':
      '村里替您家预留了 {{quantity}} 件{{good}}，先扣下 {{points}} 分。不对请马上说。',
    'purchase.lapsed': '{{good}}（{{quantity}} 件）过期没有领，{{points}} 分退回您家了。',
    'purchase.fetched': '您家领走了 {{quantity}} 件{{good}}，用了 {{points}} 分。不对请马上说。',
    'purchase.returned': '您家退了 {{quantity}} 件{{good}}，退回 {{points}} 分。',
    'wallet.reset_announced':
      '{{day}}，可用分年度结转：全部清零，荣誉分不动。在那之前，可以去超市兑换。清掉多少，看“我的积分”。',
    'wallet.carry_over_announced':
      '{{day}}，可用分年度结转：留下 {{share}}，其余清掉，荣誉分不动。清掉多少，看“我的积分”。',
    'wallet.closing_called_off': '{{day}}的可用分年度结转不办了：村里通过了新的积分细则。',
    'wallet.closed': '可用分年度结转：您家清掉了 {{points}} 分，荣誉分不变。',
    otherHousehold: '别家',
    'lease.offered': '{{by}}想把“{{label}}”这块地转给您种。在“地块”里看公约，接受了就是您的。',
    'application.approved': '技术员同意在“{{label}}”上用，已经记下。哪天可以采收，看地块页。',
    'application.declined_wait': '技术员没有同意现在在“{{label}}”上用：先等等看。',
    'application.declined_not_needed': '技术员没有同意在“{{label}}”上用：看过了，不需要。',
    'application.declined_other_product': '技术员没有同意在“{{label}}”上用：请换一种产品。',
    'application.declined_other_amount': '技术员没有同意在“{{label}}”上用：请换个用量再申请。',
    'gift.given': '{{by}}从您家的可用分里送了 {{points}} 分给{{to}}。',
    'gift.received': '{{by}}送给您家 {{points}} 可用分。',
    'gift.received_owing': '{{by}}送给您家 {{points}} 可用分，其中 {{owed}} 分补上了先前欠的。',
    'voucher.entered':
      '{{by}}替您换了一张“{{name}}”，面值 {{value}}，用了 {{price}} 分。不对请马上说。',
    'voucher.spent': '您家的“{{name}}”在{{merchant}}用了 {{amount}}，还剩 {{left}}。不对请马上说。',
    'voucher.expired': '您家的“{{name}}”到期了，还有 {{left}} 没有用，积分按券上写的作废。',
    'voucher.returned': '您家的“{{name}}”不能再用了，还有 {{left}} 没有用，退回 {{points}} 分。',
    'year_end.shared': '“{{title}}”分好了：您家 {{points}} 分，得 {{money}}。',
    'payout_account.changed':
      '您家收款的银行账号改了，现在是尾号 {{ends}} 的。不对请马上告诉村里。',
    'payout_account.removed': '您家收款的银行账号去掉了，以后发现金。不对请马上告诉村里。',
  },
  en: {
    title: 'Messages',
    empty: 'No messages yet',
    emptyHint: 'When sign-ups, approvals or points have news, it is told here.',
    new: 'new',
    markAll: 'Mark all as read',
    said: '“{{words}}”',
    unknown: 'There is a new message. Please reload the page to read it.',
    someItem: 'something',
    'activity.named_leader': 'You are asked to lead “{{title}}”.',
    'activity.approved': '“{{title}}” was approved; people can sign up.',
    'activity.sent_back': '“{{title}}” was sent back to be changed.',
    'activity.refused': '“{{title}}” was not approved.',
    'activity.cancelled': '“{{title}}” was called off.',
    'activity.closed': '“{{title}}” is over. You get {{points}} points, after public notice.',
    'sign_up.promoted': 'A place is yours now: “{{title}}”, {{span}}.',
    'check_in.by_leader':
      '{{leader}} checked you in to “{{title}}”, {{at}}. If that is wrong, tell them.',
    'check_out.by_leader':
      '{{leader}} checked you out of “{{title}}”, {{at}}. If that is wrong, tell them.',
    'check_in.for_person': 'You checked {{name}} in to “{{title}}”, {{at}}.',
    'check_out.for_person': 'You checked {{name}} out of “{{title}}”, {{at}}.',
    'check_out.by_clock':
      'You forgot to check out of “{{title}}”; it was closed at the shift’s end, {{at}}.',
    'check_out.for_other_shift':
      'Your check-in for “{{title}}” came late from a phone that was offline. You were entered for “{{otherTitle}}” after it, so it was closed at {{at}}. Tell the leader if that is wrong.',
    'spot_check.drawn_one': '{{count}} spot check was drawn and waits for you to look.',
    'spot_check.drawn_other': '{{count}} spot checks were drawn and wait for you to look.',
    'spot_check.lapsed_one': '{{count}} spot check was not made in time; the log says so.',
    'spot_check.lapsed_other': '{{count}} spot checks were not made in time; the log says so.',
    'check_out.by_clock_for_people_one':
      '{{count}} person forgot to check out of “{{title}}”; the shift’s end was entered. Please score it.',
    'check_out.by_clock_for_people_other':
      '{{count}} people forgot to check out of “{{title}}”; the shift’s end was entered. Please score them.',
    'attendance.corrected': '{{leader}} corrected your presence at “{{title}}”: {{presence}}.',
    presence_never: 'not there',
    presence_there: 'in at {{at}}, not out yet',
    presence_times: '{{span}}, {{time}} count',
    'awards.on_notice':
      'On notice now: {{what}}. If something is wrong, object by {{day}} (included); otherwise it is booked after that day.',
    noticed_one: '{{points}} points for “{{item}}”',
    noticed_other: '{{points}} points for “{{item}}” ({{count}} times)',
    noticedJoin: ', ',
    'awards.final_one': '{{count}} award has passed its notice; {{points}} points are booked.',
    'awards.final_other':
      '{{count}} awards have passed their notice; {{points}} points are booked.',
    'award.reversed':
      '{{points}} points for “{{item}}” were taken back; honour changes by {{honour}}.',
    'award.reversedUnposted':
      '{{points}} points for “{{item}}” were taken back before they were booked; honour does not change.',
    'award.recounted':
      '“{{item}}” was worked out anew when a report of its post had ended: {{from}} points before, {{points}} now, booked.',
    'award.recountedNotice':
      '“{{item}}” was worked out anew when a report of its post had ended: {{from}} points before, {{points}} now, booked after their notice.',
    'award.superseded':
      'Only the highest counts for one deed: {{points}} points for “{{item}}” are booked, and {{from}} for “{{fromItem}}” were taken back in the same moment.',
    'award.supersededNotice':
      'Only the highest counts for one deed: {{points}} points for “{{item}}” are booked after their notice; {{from}} for “{{fromItem}}” are on notice no more.',
    'deed.refused': '“{{item}}” of {{day}} was not accepted.',
    'objection.entered':
      'Your objection was entered for you by the village; the answer is due by {{day}}. If that is wrong, say so at once.',
    'objection.raisedTo':
      'Somebody objects to your “{{item}}”, {{points}} points; the answer is due by {{day}}.',
    'objection.raised': 'Somebody objects to an award of yours; the answer is due by {{day}}.',
    'objection.stand-back.committee':
      'You have to stand back from an objection; another member of the committee answers by {{day}}.',
    'objection.stand-back.overseers':
      'You have to stand back from an objection, and fewer than three households of the committee are left: the supervisors or the town answer by {{day}}.',
    'objection.to-overseers':
      'Fewer than three households of the committee are left to answer your objection: the supervisors or the town answer by {{day}}.',
    'objection.yours-to-answer':
      'Fewer than three households of the committee are left to answer an objection: the supervisors or the town answer it by {{day}}.',
    'objection.upheld':
      'The objection was upheld: {{from}} points for “{{item}}” were taken back; the household’s honour changes by {{honour}}.',
    'objection.upheldUnposted':
      'The objection was upheld: {{from}} points for “{{item}}” were taken back before they were booked; the household’s honour does not change.',
    'objection.corrected':
      'The objection was upheld: “{{item}}” is corrected from {{from}} to {{to}} points, booked now; the household’s honour changes by {{honour}}.',
    'objection.correctedNotice':
      'The objection was upheld: “{{item}}” is corrected from {{from}} to {{to}} points, booked after their notice.',
    'objection.refused': 'The objection was refused: the {{from}} points for “{{item}}” stand.',
    'objection.overdue': 'An objection was not answered by {{day}}; please press the committee.',
    'breach_report.made': 'Somebody reported your household; please say your side until {{day}}.',
    'breach_report.entered':
      'The committee entered your report for you; it is decided by {{day}} at the latest. Say so at once if it is wrong.',
    'breach_report.upheld': 'A report was upheld. It can be appealed until {{day}}.',
    'breach_report.dismissed': 'A report was dismissed. Who reported can appeal until {{day}}.',
    'breach_report.appealed':
      'The other side appealed to the supervisors; the answer is due by {{day}}.',
    'breach_report.attached': 'Somebody was found for your report; it is decided by {{day}}.',
    'breach_report.withdrawn': 'A report was withdrawn; nothing more follows from it.',
    'breach_report.closed': 'Nobody could be found for your report; it was closed.',
    'breach_report.endedUpheld': 'A report has ended: upheld.',
    'breach_report.endedDismissed': 'A report has ended: dismissed.',
    'deduction.repaired': '“{{item}}” was made good; {{points}} points are given back.',
    'opening.proposed': 'An opening of sealed parts waits for another member of the committee.',
    'opening.granted': 'The committee lets you open sealed parts until {{day}}.',
    'village.public_url_said':
      'The village’s web address is now {{address}}; the codes of all plates lead there. If that is not the village’s, tell the operator at once.',
    'role.granted': 'You now serve as {{role}}.',
    'role.revoked': 'You no longer serve as {{role}}.',
    'role.colleague_granted':
      '{{name}} now serves as {{role}}. If you do not know this person, ask at once.',
    'sign_in.change_proposed':
      'Somebody proposed to change your {{what}}. Nothing has changed; a committee member or the operator of another household has to confirm it. If that is not what you want, open this and turn it down.',
    'sign_in.passing_on_proposed':
      'Somebody says that your registered telephone has passed on to another person; a second person has to confirm it. If that is wrong, tell the supervisors at once.',
    'sign_in.changed_person': 'You changed your sign-in number; all devices are signed out.',
    'sign_in.changed_two':
      'Two people of the village changed your {{what}}; all devices are signed out. If that is wrong, tell the supervisors at once.',
    'sign_in.number_passed_on':
      'Your registered telephone has passed on to another person; you can no longer sign in with it. Have a new one entered at the office.',
    'sign_in.wechat_bound':
      'A WeChat account is bound to your telephone and can sign in as you. If that was not you, tap to undo it at once.',
    'sign_in.wechat_unbound': 'Sign-in by WeChat is undone; what it had open is signed out.',
    'sign_in.change_declined': 'The change of your {{what}} was turned down; nothing has changed.',
    'sign_in.change_declined_by_person':
      'The person turned down the change of {{what}} that you proposed.',
    'sign_in.proposal_declined':
      'Another office holder turned down the change of {{what}} that you proposed.',
    'sign_in.proposal_ended':
      'The change of {{what}} that you proposed waits no more: another one came, or the person takes part no more.',
    'sign_in.changes_made_one':
      'The telephone or ID number of {{name}} was changed; the log tells of it.',
    'sign_in.changes_made_other':
      'The telephones or ID numbers of {{name}} and others, {{count}} in all, were changed; the log tells of it.',
    sign_in_phone: 'telephone',
    sign_in_identity: 'ID number',
    sign_in_both: 'telephone and ID number',
    'leave.entered':
      'The village entered from paper that your household leaves. It takes effect {{until}}. If that is not what your household wants, open this and say so.',
    'leave.to_confirm':
      'A household’s leaving was entered from paper. It takes effect {{until}}. Please check it, and drop it if it is wrong.',
    'leave.dropped':
      'The leaving that was entered from paper was dropped: the household still takes part.',
    'consent.join':
      'Your household’s decision to join was entered for you by the village. If that is wrong, say so at once.',
    'consent.leave':
      'Your household’s decision to leave was entered for you by the village. If that is wrong, say so at once.',
    'person.entered': 'You were entered on the roster: {{door}}.',
    'person.corrected':
      'Your entry on the roster was changed: {{before}} → {{after}}. Object at once if that is wrong.',
    'person.moved':
      'On the roster you moved from {{from}} to {{to}}. Points so far stay with the old household. Object at once if that is wrong.',
    'person.moved.file':
      'The village imported a new roster: you moved from {{from}} to {{to}}. Points so far stay with the old household. Object at once if that is wrong.',
    'person.departed.died':
      '{{name}} was entered on the roster as dead. Object at once if that is wrong.',
    'person.departed.moved_away':
      '{{name}} was entered on the roster as moved away. Object at once if that is wrong.',
    'person.returned':
      'The roster has you as back. Roles have to be entered again, and so has a telephone that did not come back.',
    'household.person_added':
      'The roster has {{name}} in your household now. Object at once if that is wrong.',
    'household.head_named.you': 'You are the head of your household now.',
    'household.head_named.other':
      'Your household has another head now. Object at once if that is wrong.',
    'removal.proposed.erased':
      'Somebody proposed to erase all your data; a second person has to confirm it. Object at once if you did not ask for it.',
    'removal.proposed.died':
      'Somebody proposed to enter you as dead; a second person has to confirm it. Object at once.',
    'removal.proposed.moved_away':
      'Somebody proposed to enter you as moved away; a second person has to confirm it. Object at once if that is wrong.',
    'removal.proposed.moved_in':
      'Somebody proposed to move you to another household; a second person has to confirm it. Object at once if that is wrong.',
    'removal.proposed_at_home.died':
      'Somebody proposed to enter {{name}} of your household as dead; a second person has to confirm it. Tell the village at once if that is wrong.',
    'removal.proposed_at_home.moved_away':
      'Somebody proposed to enter {{name}} of your household as moved away; a second person has to confirm it. Tell the village at once if that is wrong.',
    'removal.proposed_at_home.moved_in':
      'Somebody proposed that {{name}} live in your household, and act for it; a second person has to confirm it. Tell the village at once if that is wrong.',
    'removal.to_confirm':
      'Somebody proposed that a person takes part no more, moves, or is erased. Please check it, then confirm or drop it.',
    'removal.proposal_dropped':
      'Another office holder dropped your proposal that a person takes part no more, moves, or is erased.',
    'removal.dropped':
      'The proposal that you take part no more, move, or that your data be erased, was dropped.',
    'purchase.reserved':
      'The village reserved {{quantity}} × {{good}} for your household and set {{points}} points aside. If that is wrong, say so at once.',
    'purchase.lapsed':
      '{{quantity}} × {{good}} were not fetched in time; {{points}} points went back to your household.',
    'purchase.fetched':
      'Your household fetched {{quantity}} × {{good}} for {{points}} points. If that is wrong, say so at once.',
    'purchase.returned':
      'Your household gave {{quantity}} × {{good}} back; {{points}} points are yours again.',
    'wallet.reset_announced':
      'The wallets’ yearly close is on {{day}}: all points to spend are dropped; honour stays. Until then they can be spent in the shop. Your points say how many that would be.',
    'wallet.carry_over_announced':
      'The wallets’ yearly close is on {{day}}: {{share}} is kept and the rest is dropped; honour stays. Your points say how many that would be.',
    'wallet.closing_called_off':
      'The wallets’ yearly close on {{day}} is called off: the village adopted another rule sheet.',
    'wallet.closed':
      'The wallets’ yearly close: {{points}} points of your household were dropped; honour stays.',
    otherHousehold: 'another household',
    'lease.offered':
      '{{by}} would pass the plot “{{label}}” on to you. Read the convention under Plots; once you accept, it is yours.',
    'application.approved':
      'The technician let it be put on “{{label}}”, and it is recorded. The page of the plot says when you may harvest.',
    'application.declined_wait':
      'The technician did not let it be put on “{{label}}” now: wait and see.',
    'application.declined_not_needed':
      'The technician did not let it be put on “{{label}}”: it is not needed.',
    'application.declined_other_product':
      'The technician did not let it be put on “{{label}}”: please use another product.',
    'application.declined_other_amount':
      'The technician did not let it be put on “{{label}}”: please ask again for another amount.',
    'gift.given': '{{by}} gave {{points}} points of your household’s wallet to {{to}}.',
    'gift.received': '{{by}} gave your household {{points}} points to spend.',
    'gift.received_owing': '{{by}} gave you {{points}} points; {{owed}} made up for what was owed.',
    'voucher.entered':
      '{{by}} had “{{name}}” issued for you: worth {{value}}, for {{price}} points. If that is wrong, say so at once.',
    'voucher.spent':
      'Your household’s “{{name}}” was spent at {{merchant}}: {{amount}}, {{left}} left. If that is wrong, say so at once.',
    'voucher.expired':
      'Your household’s “{{name}}” has ended with {{left}} unspent; its points lapse, as the voucher says.',
    'voucher.returned':
      'Your household’s “{{name}}” has ended with {{left}} unspent; {{points}} points are yours again.',
    'year_end.shared':
      '“{{title}}” is shared out: {{money}} for the {{points}} points of your household.',
    'payout_account.changed':
      'The bank account to which your household is paid has changed; it now ends in {{ends}}. If that is wrong, tell the village at once.',
    'payout_account.removed':
      'The bank account to which your household was paid is taken out; you are paid in cash. If that is wrong, tell the village at once.',
  },
})
