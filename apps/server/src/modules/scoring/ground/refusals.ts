import { refusalsOf } from '../../../platform/refusal.ts'

export const refuse = refusalsOf({
  unknown_wallet_closing: {
    kind: 'not_found',
    zh: '没有找到这次年度结转。',
    en: 'There is no such yearly close.',
  },
  no_rule_sheet: {
    kind: 'conflict',
    zh: '{day}时村里还没有生效的积分细则。',
    en: 'The village had no rule sheet in force on {day}.',
  },
  unknown_rule_sheet: {
    kind: 'not_found',
    zh: '没有这份积分细则。',
    en: 'There is no such rule sheet.',
  },
  unknown_item: {
    kind: 'invalid',
    zh: '积分细则里没有编号为“{itemRef}”的事项。',
    en: 'The rule sheet has no item "{itemRef}".',
  },
  sheet_file_unreadable: {
    kind: 'invalid',
    zh: '这个文件读不出来，请用 .json 或按模板填写的 .xlsx。',
    en: 'This file cannot be read; use .json, or .xlsx after the template.',
  },
  sheet_file_too_large: {
    kind: 'too_large',
    zh: '这个表格太大了，请只留下积分细则再导入。',
    en: 'This spreadsheet is too large; keep only the rule sheet in it.',
  },
  already_adopted: {
    kind: 'conflict',
    zh: '这份积分细则已经通过生效，不能再次表决。要改规则，请另拟一份。',
    en: 'This rule sheet is adopted already. To change the rules, draft another.',
  },
  own_draft: {
    kind: 'forbidden',
    zh: '拟定细则的人不能自己确认通过，请另一位委员操作。',
    en: 'Whoever drafted a sheet cannot enter its adoption; ask another committee member.',
  },
  item_refused: {
    kind: 'conflict',
    zh: '事项“{ref}”不能写进积分细则：{whyZh}',
    en: 'Item "{ref}" cannot stand in a rule sheet: {whyEn}',
  },
  warning_unanswered: {
    kind: 'invalid',
    zh: '事项“{ref}”有提醒，请写明为什么仍然通过：{whyZh}',
    en: 'Item "{ref}" is warned of; say why it is adopted all the same: {whyEn}',
  },
  resolution_in_future: {
    kind: 'invalid',
    zh: '会议日期（{date}）还没有到。',
    en: 'The day of the meeting ({date}) is yet to come.',
  },
  resolution_numbers: {
    kind: 'invalid',
    zh: '表决人数对不上：到会不能多于应到，赞成加反对不能多于到会。',
    en: 'The numbers do not add up: present exceeds eligible, or votes exceed those present.',
  },
  quorum_missed: {
    kind: 'invalid',
    zh: '到会{present}人，没有超过应到{eligible}人的一半，表决无效。',
    en: '{present} of {eligible} were present, which is not more than half: no quorum.',
  },
  delegates_missed: {
    kind: 'invalid',
    zh: '到会{present}人，没有达到应到{eligible}人的三分之二，表决无效。',
    en: '{present} of {eligible} were present, which is less than two thirds: no quorum.',
  },
  majority_missed: {
    kind: 'invalid',
    zh: '赞成{for}人，没有超过到会{present}人的一半，未通过。',
    en: '{for} of the {present} present voted for it, which is not more than half.',
  },
  effective_too_early: {
    kind: 'invalid',
    zh: '生效日期不能早于{earliest}：不能拿新规则去算旧事。',
    en: 'It cannot take effect before {earliest}: deeds are judged by the rules of their day.',
  },
  numbering_settled: {
    kind: 'conflict',
    zh: '已经有积分了，户号的编法不能再改。',
    en: 'Points have been awarded; how houses are numbered cannot be changed any more.',
  },
  unknown_award: { kind: 'not_found', zh: '没有这条得分。', en: 'There is no such award.' },
  award_not_yours: {
    kind: 'forbidden',
    zh: '这是别人家的得分，您不能查看。',
    en: 'This award belongs to another household.',
  },
  own_household_award: {
    kind: 'forbidden',
    zh: '这是您自己家的得分，您要回避。',
    en: 'This is your own household’s award; you have to stand back.',
  },
  already_reversed: {
    kind: 'conflict',
    zh: '这条得分已经撤回过了。',
    en: 'This award has been reversed already.',
  },
  award_disputed: {
    kind: 'conflict',
    zh: '这条得分有人提出异议，请先答复异议。',
    en: 'Somebody objects to this award; answer the objection first.',
  },
  award_not_published: {
    kind: 'conflict',
    zh: '这条得分还没有公示，公示以后才能提出异议。',
    en: 'This award is not on notice yet; you can object once it is.',
  },
  objection_too_late: {
    kind: 'conflict',
    zh: '得分入账已经超过{days}天，不能再提异议。',
    en: 'The time for an appeal, {days} days after the award became final, is over.',
  },
  objection_not_yours: {
    kind: 'forbidden',
    zh: '这条得分没有公开，只有本人和家人能提出异议。',
    en: 'This award is not public: only the person and their household can object.',
  },
  too_many_objections: {
    kind: 'too_many',
    zh: '您已有 {count} 条异议在等答复。等有了答复，再提下一条。',
    en: '{count} objections of yours wait for an answer. Raise the next one once they are answered.',
  },
  objection_open: {
    kind: 'conflict',
    zh: '这条得分已有异议在处理，请等答复。',
    en: 'There is an objection to this award already; please wait for its answer.',
  },
  already_objected: {
    kind: 'conflict',
    zh: '这条得分的异议已经答复过，不能再提。',
    en: 'Your objection to this award was answered; it cannot be raised again.',
  },
  objection_not_for_others: {
    kind: 'forbidden',
    zh: '替别人登记异议要由村委会或本组组长来做。',
    en: 'Another’s objection is entered by the committee or the group leader.',
  },
  objection_for_oneself: {
    kind: 'invalid',
    zh: '自己的异议请直接提出，不用登记为口头或书面。',
    en: 'Raise your own objection directly, not as spoken or written.',
  },
  unknown_objection: { kind: 'not_found', zh: '没有这条异议。', en: 'There is no such objection.' },
  objection_answered: {
    kind: 'conflict',
    zh: '这条异议已经答复过了。',
    en: 'This objection has been answered already.',
  },
  own_household_objection: {
    kind: 'forbidden',
    zh: '这是您自己或家人提出的异议，您要回避。',
    en: 'You or your household raised this objection; you have to stand back.',
  },
  entered_objection: {
    kind: 'forbidden',
    zh: '这条异议是您代为登记的，您要回避。',
    en: 'You entered this objection; you have to stand back.',
  },
  had_part_in_award: {
    kind: 'forbidden',
    zh: '这条得分经您记录、评分或认定，您要回避。',
    en: 'You recorded, scored or approved this deed; you have to stand back.',
  },
  objection_passed_on: {
    kind: 'forbidden',
    zh: '您说过与这件事有牵连，已交给别人答复。',
    en: 'You said that you are involved; somebody else answers.',
  },
  committee_answers: {
    kind: 'forbidden',
    zh: '异议由村委会答复；不用回避的委员不足三户的，由监委会或镇里答复。',
    en: 'The committee answers objections; where fewer than three households of it are left, the supervisors or the town do.',
  },
  correction_without_upholding: {
    kind: 'invalid',
    zh: '只有异议成立才能更正。',
    en: 'Only an objection that is upheld leads to a correction.',
  },
  correction_same: {
    kind: 'invalid',
    zh: '更正后的内容和原来一样，请改正有误的地方。',
    en: 'The corrected facts are the same as before; change what was wrong.',
  },
  correction_other_kind: {
    kind: 'invalid',
    zh: '不能把加分改成扣分，也不能把扣分改成加分。',
    en: 'A merit cannot be corrected into a deduction, nor a deduction into a merit.',
  },
  correction_unfit: {
    kind: 'invalid',
    zh: '按“{itemZh}”的规则，更正后的内容算不出得分，请核对数量和评分。',
    en: 'Under the rule of "{itemEn}" these facts come to no award; check quantity and score.',
  },
  nothing_to_publish: {
    kind: 'conflict',
    zh: '现在没有等公示的得分。',
    en: 'There is nothing to publish right now.',
  },
  only_own_awards: {
    kind: 'conflict',
    zh: '等公示的都是您自己家的得分，请另一位委员发布。',
    en: 'All that waits for publication is your own household’s; another member must publish it.',
  },
  award_not_publishable: {
    kind: 'conflict',
    zh: '所选得分里有{count}条不在“等公示”状态，没有发布。请刷新后再试。',
    en: '{count} of the chosen awards are not waiting for publication; nothing was published.',
  },
  unknown_notice: { kind: 'not_found', zh: '没有这份公示。', en: 'There is no such notice.' },
  unknown_deed: { kind: 'not_found', zh: '没有这条事迹。', en: 'There is no such deed.' },
  deed_decided: {
    kind: 'conflict',
    zh: '这条事迹已经有了结论。',
    en: 'This deed has been decided already.',
  },
  deed_in_future: {
    kind: 'invalid',
    zh: '日期还没有到，做了之后再来记。',
    en: 'That day is yet to come; record it once it is done.',
  },
  deed_too_old: {
    kind: 'invalid',
    zh: '只能补记最近{days}天内的事。',
    en: 'Only deeds of the last {days} days can be recorded.',
  },
  deduction_by_report: {
    kind: 'forbidden',
    zh: '扣分不能直接记：要有人实名反映、有证据、听本人说明，再由村里决定。',
    en: 'A deduction is never recorded directly: it needs a named report, evidence and a hearing first.',
  },
  not_a_deduction: {
    kind: 'invalid',
    zh: '这不是扣分的事项。',
    en: 'This is no deduction.',
  },
  deduction_not_final: {
    kind: 'conflict',
    zh: '这笔扣分还没有入账，入账以后才能记补救。',
    en: 'This deduction is not final yet; a repair can be recorded once it is.',
  },
  committee_sees_repair: {
    kind: 'forbidden',
    zh: '补救由村委会核实登记。',
    en: 'The committee confirms and records repairs.',
  },
  repair_not_possible: {
    kind: 'invalid',
    zh: '细则没有给这个事项规定这种补救办法。',
    en: 'The rule sheet knows no such repair for this item.',
  },
  repaired_already: {
    kind: 'conflict',
    zh: '这样补救已经记过了，分已经还回。',
    en: 'This repair has been recorded already; its points are given back.',
  },
  repair_too_short: {
    kind: 'invalid',
    zh: '做志愿要满 {minutes} 分钟才算补救。',
    en: 'Volunteering counts as a repair from {minutes} minutes on.',
  },
  item_by_rating: {
    kind: 'invalid',
    zh: '“{itemZh}”要在现场扫码完成，不能在这里申报。',
    en: '"{itemEn}" is earned by scanning on the spot and cannot be applied for.',
  },
  quantity_too_large: {
    kind: 'invalid',
    zh: '数量太大了，请核对单位。',
    en: 'That quantity is too large; please check the unit.',
  },
  not_for_others: {
    kind: 'forbidden',
    zh: '您只能为自己申报；替别人记录要由村委会或本组组长来做。',
    en: 'You can apply for yourself only; the committee or the group leader records for others.',
  },
  own_record: {
    kind: 'forbidden',
    zh: '这条是您自己记录的，请另一位委员来定。',
    en: 'You recorded this yourself; another committee member must decide.',
  },
  own_household_deed: {
    kind: 'forbidden',
    zh: '这是您自己家人的事，请另一位委员来定。',
    en: 'This concerns your own household; another committee member must decide.',
  },
  committee_decides: {
    kind: 'forbidden',
    zh: '是否认定由村委会决定。',
    en: 'The committee decides about deeds.',
  },
  photo_not_yours: {
    kind: 'invalid',
    zh: '照片不存在，或不是您上传的。',
    en: 'There is no such photo, or it is not yours.',
  },
  reason_needed: {
    kind: 'invalid',
    zh: '不予认定要写明理由，让本人知道。',
    en: 'A refusal needs a reason that the person can read.',
  },
})
