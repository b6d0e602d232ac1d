import { refusalsOf } from '../../../platform/refusal.ts'

export const refuse = refusalsOf({
  no_adoption_contract: {
    kind: 'conflict',
    zh: '还没有认养合同，请先公布一版。',
    en: 'There is no contract of adoption yet; publish one first.',
  },
  refund_and_next_season: {
    kind: 'invalid',
    zh: '收成不好时，退钱要写退千分之几；顺延到下一季就不退钱。',
    en: 'Where money goes back, say how much; where the next season counts, none goes back.',
  },
  unknown_adoption_plot: {
    kind: 'not_found',
    zh: '没有画过这块地，或者它休耕了。',
    en: 'No such land was drawn, or it rests.',
  },
  unknown_adoption_season: {
    kind: 'not_found',
    zh: '没有这个种植季。',
    en: 'There is no such growing season.',
  },
  adoption_season_over: {
    kind: 'conflict',
    zh: '这个种植季已经结束，不能认养了。',
    en: 'This growing season is over: nothing of it can be adopted.',
  },
  shares_above_harvest: {
    kind: 'invalid',
    zh: '所有份额加起来超过了全部收成。',
    en: 'All shares together are more than the harvest.',
  },
  unknown_adoption_offer: {
    kind: 'not_found',
    zh: '没有这个认养。请刷新再看。',
    en: 'There is no such adoption. Look at the list again.',
  },
  adoption_offer_confirmed: {
    kind: 'conflict',
    zh: '这个认养已经上架了。',
    en: 'This adoption is offered already.',
  },
  adoption_sold_out: {
    kind: 'conflict',
    zh: '这个认养已经满了，没有下单。',
    en: 'Every share of it is somebody’s. Nothing was ordered.',
  },
  adoption_price_changed: {
    kind: 'conflict',
    zh: '价格跟您看到的不一样，没有下单。请刷新再看。',
    en: 'It costs another sum than you saw. Nothing was ordered; look again.',
  },
  adoption_contract_changed: {
    kind: 'conflict',
    zh: '请按现在这一版合同认养。刷新以后再看一遍合同。',
    en: 'Please adopt under the contract that it is offered with: look at it again.',
  },
  adoption_settled: {
    kind: 'conflict',
    zh: '这一季认养已经办结了。',
    en: 'This season of the adoption is settled already.',
  },
  adoption_being_paid: {
    kind: 'conflict',
    zh: '有人正在付款，过一刻钟再办结。',
    en: 'Somebody is paying for a share just now; settle it in a quarter of an hour.',
  },
  own_adoption_plot: {
    kind: 'forbidden',
    zh: '这是您自己家种的，要别的户的人来登记。',
    en: 'Your own household grows there: somebody of another household enters this.',
  },
  not_grower_of_adoption: {
    kind: 'forbidden',
    zh: '只有种这块地的人家可以写。',
    en: 'Only the household that grows there can write of it.',
  },
  adoption_photo_not_yours: {
    kind: 'forbidden',
    zh: '这张照片不是您拍的。',
    en: 'This photo is not yours.',
  },
  adoption_update_empty: {
    kind: 'invalid',
    zh: '写几个字，或者拍一张照片。',
    en: 'Write something, or take a photo.',
  },
  too_many_adoption_updates: {
    kind: 'too_many',
    zh: '这一季写得够多了。',
    en: 'Enough was written of this season.',
  },
  adoption_day_wrong: {
    kind: 'invalid',
    zh: '日子要在这个种植季里，不能在以后。',
    en: 'The day lies in the growing season, and not in the future.',
  },
  unknown_adoption: {
    kind: 'not_found',
    zh: '没有这份认养。',
    en: 'There is no such share.',
  },
  adoption_not_running: {
    kind: 'conflict',
    zh: '这份认养还没付款，或者已经结束。',
    en: 'This share is not paid for yet, or has ended.',
  },
  more_than_due: {
    kind: 'conflict',
    zh: '超过了这一份应得的，最多还能交 {left}。',
    en: 'That is more than is due to this share; {left} can be delivered at most.',
  },
  more_than_harvested: {
    kind: 'conflict',
    zh: '超过了登记的收成，最多还能交 {left}。请先登记收成。',
    en: 'That is more than was harvested; {left} are left. Enter the harvest first.',
  },
  nothing_harvested: {
    kind: 'conflict',
    zh: '还没有登记收成。收成不好，就按“没有收成”办结。',
    en: 'No harvest was entered. If it failed, settle it as failed.',
  },
  next_season_missing: {
    kind: 'invalid',
    zh: '按合同要顺延到下一季：请选同一块地、同样价格和份额、空位够的下一季认养。',
    en: 'By its contract the next season makes it good: choose the next adoption of the same land, price and part, with shares enough left.',
  },
  next_season_unwanted: {
    kind: 'invalid',
    zh: '按合同不顺延，不用选下一季。',
    en: 'By its contract no next season follows.',
  },
} as const)
