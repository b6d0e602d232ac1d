import { refusalsOf } from '../../../platform/refusal.ts'

const rounds = {
  unknown_round: {
    kind: 'not_found',
    zh: '没有找到这场收购。',
    en: 'There is no such buying round.',
  },
  round_hours_wrong: {
    kind: 'invalid',
    zh: '收购时间要在报名截止以后，同一天开始和结束，最晚在三十天以内。',
    en: 'Weighing comes after the claims close, begins and ends on one day, and lies within thirty days.',
  },
  round_grades_twice: {
    kind: 'invalid',
    zh: '一个等级只能有一个价。',
    en: 'A grade has one price.',
  },
  round_deductions_wrong: {
    kind: 'invalid',
    zh: '扣款要么按千分比，要么按每次过磅，只能写一样。',
    en: 'A deduction is a share, or so much for each weigh-in: one of the two.',
  },
  item_not_for_deliveries: {
    kind: 'invalid',
    zh: '这个事项不能按交售计分，要按次或按重量、加分的事项。',
    en: 'No delivery earns points by this item: it has to count times or weight, and give points.',
  },
  round_closed: {
    kind: 'conflict',
    zh: '这场收购已经结束了。',
    en: 'This buying round is closed.',
  },
  round_runs: {
    kind: 'conflict',
    zh: '收购时间还没有过，还有人没有来。',
    en: 'Its hours are not over, and somebody has still to come.',
  },
  round_not_closed: {
    kind: 'conflict',
    zh: '这场收购还没有结束。',
    en: 'This buying round has not been closed.',
  },
} as const

const scales = {
  unknown_scale: { kind: 'not_found', zh: '没有找到这台秤。', en: 'There is no such scale.' },
  scale_name_taken: {
    kind: 'conflict',
    zh: '已经有一台叫这个名字的秤。',
    en: 'There is a scale of this name already.',
  },
  unknown_scale_line: {
    kind: 'invalid',
    zh: '没有叫这个名字的秤线，请找管理服务器的人设置。',
    en: 'No line of this name was set up; ask whoever runs the server.',
  },
  scale_not_checked: {
    kind: 'conflict',
    zh: '这台秤今天还没有校过，先用砝码校秤。',
    en: 'This scale was not checked today; put the test weight on it first.',
  },
  scale_failed: {
    kind: 'conflict',
    zh: '这台秤校秤没有通过，修好再校以前不能过磅。',
    en: 'This scale failed its check; nothing is weighed with it until it passes.',
  },
  scale_speaks_otherwise: {
    kind: 'invalid',
    zh: '这台秤不是这样传数的。',
    en: 'This scale does not tell its weight in this way.',
  },
  weight_not_read: {
    kind: 'conflict',
    zh: '秤上刚才读到的不是这个数，或者已经用过了。请再读一次，或者看着输入。',
    en: 'The scale did not show this weight just now, or it was entered already: read it again, or type it.',
  },
  scale_silent: {
    kind: 'conflict',
    zh: '秤没有回应，请看看电源和线。',
    en: 'The scale is silent; look at its power and its cable.',
  },
  scale_unstable: {
    kind: 'conflict',
    zh: '秤还没有稳，等一下再读。',
    en: 'The scale has not settled; wait a moment and read again.',
  },
  scale_overloaded: {
    kind: 'conflict',
    zh: '秤超载了，拿下来一些再称。',
    en: 'The scale is overloaded; take something off.',
  },
} as const

const weighIns = {
  unknown_weigh_in: {
    kind: 'not_found',
    zh: '没有找到这次过磅。',
    en: 'There is no such weigh-in.',
  },
  weight_absurd: {
    kind: 'invalid',
    zh: '这个重量不对，毛重要大于零、不超过 5 吨，皮重不能是负数。',
    en: 'This cannot be a weight: gross is above zero and at most 5 t, tare is not below zero.',
  },
  tare_above_gross: {
    kind: 'invalid',
    zh: '皮重不能大于或等于毛重。',
    en: 'Tare is as much as gross, or more.',
  },
  grade_not_bought: {
    kind: 'conflict',
    zh: '这场收购不收这个等级。',
    en: 'This round does not buy this grade.',
  },
  unknown_harvest_of_weigh_in: {
    kind: 'not_found',
    zh: '没有找到这次采收登记。',
    en: 'There is no such harvest.',
  },
  crop_not_of_round: {
    kind: 'conflict',
    zh: '这次采收的不是这场收购的作物。',
    en: 'This harvest is of another crop than the round buys.',
  },
  not_called: {
    kind: 'conflict',
    zh: '这一户没有轮到，不在这场收购的名单里。',
    en: 'This household took no turn of this round.',
  },
  own_household_weigh_in: {
    kind: 'forbidden',
    zh: '这是您家的货，要请别的户的人来过磅。',
    en: 'This is your own household’s; somebody of another household has to weigh it.',
  },
  round_not_begun: {
    kind: 'conflict',
    zh: '收购时间还没有到。',
    en: 'The hours of this round have not begun.',
  },
  round_over: {
    kind: 'conflict',
    zh: '收购时间已经过了。',
    en: 'The hours of this round are over.',
  },
  weigh_in_above_turn: {
    kind: 'conflict',
    zh: '超过了这一户报的量，最多还能收 {left} 公斤。',
    en: 'That is more than this household’s turn; at most {left} kg can still be taken.',
  },
  weighed_already: {
    kind: 'conflict',
    zh: '这次采收的这个等级已经过磅了。',
    en: 'This grade of this harvest has been weighed already.',
  },
  refusal_reason_needed: {
    kind: 'invalid',
    zh: '拒收要写原因，收下不用写。',
    en: 'A reason is for what is refused, and for nothing else.',
  },
  weigh_in_not_voided: {
    kind: 'conflict',
    zh: '只有决定重称的过磅才能重称，而且只能重称一次。',
    en: 'Only what was decided to be weighed again is, and once.',
  },
  weigh_in_photo_not_yours: {
    kind: 'forbidden',
    zh: '这张照片不是您上传的。',
    en: 'This photo was uploaded by somebody else.',
  },
  weigh_in_not_yours: {
    kind: 'forbidden',
    zh: '这不是您家的过磅。',
    en: 'This weigh-in is of another household.',
  },
  weigh_in_disputed: {
    kind: 'conflict',
    zh: '这次过磅已经提出过异议了。',
    en: 'This weigh-in has been disputed already.',
  },
  weigh_in_dispute_late: {
    kind: 'conflict',
    zh: '过磅已经超过三十天，不能再提异议了。',
    en: 'More than thirty days have passed since the weigh-in.',
  },
  weigh_in_not_disputed: {
    kind: 'conflict',
    zh: '这次过磅没有待处理的异议。',
    en: 'Nothing is to be decided about this weigh-in.',
  },
  committee_decides_weigh_in: {
    kind: 'forbidden',
    zh: '由村委来决定。',
    en: 'The committee decides.',
  },
  own_household_disputed_weigh_in: {
    kind: 'forbidden',
    zh: '这是您家或亲属的过磅，要请别的户的人来决定。',
    en: 'This concerns your own household; somebody of another household has to decide.',
  },
  weighed_or_disputed_it: {
    kind: 'forbidden',
    zh: '您家的人参与了这次过磅，要请别的户的人来决定。',
    en: 'Somebody of your household weighed or doubted it; somebody else has to decide.',
  },
} as const

const settlements = {
  unknown_round_settlement: {
    kind: 'not_found',
    zh: '没有找到这份结算。',
    en: 'There is no such settlement.',
  },
  round_settlement_over: {
    kind: 'conflict',
    zh: '这份结算已经确认或撤掉了。',
    en: 'This settlement was confirmed or dropped already.',
  },
  round_settlement_exists: {
    kind: 'conflict',
    zh: '这场收购有一份结算还在等确认。',
    en: 'A settlement of this round waits to be confirmed.',
  },
  round_settlement_changed: {
    kind: 'conflict',
    zh: '提出以后过磅或账号有变，请撤掉重新提出。',
    en: 'Weigh-ins or accounts changed since it was proposed; drop it and propose it anew.',
  },
  round_in_dispute: {
    kind: 'conflict',
    zh: '还有 {count} 次过磅有争议或等着重称，先处理完再结算。',
    en: 'Weigh-ins that are disputed, or wait to be made again: {count}; settle after them.',
  },
  nothing_to_settle_of_round: {
    kind: 'conflict',
    zh: '没有要结算的。',
    en: 'There is nothing to settle.',
  },
  no_grower_statement: {
    kind: 'not_found',
    zh: '没有找到这份结算单。',
    en: 'There is no such statement.',
  },
} as const

export const refuse = refusalsOf({ ...rounds, ...scales, ...weighIns, ...settlements } as const)
