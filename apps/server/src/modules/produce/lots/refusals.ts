import { refusalsOf } from '../../../platform/refusal.ts'

export const refuse = refusalsOf({
  unknown_harvest: {
    kind: 'not_found',
    zh: '没有登记过这次采收。',
    en: 'No such harvest has been declared.',
  },
  lot_before_harvest: {
    kind: 'conflict',
    zh: '登记的采收日是{on}，还没有到。',
    en: 'The harvest was declared for {on}, which has not come.',
  },
  lot_above_harvest: {
    kind: 'conflict',
    zh: '这次采收登记的产量最多还能入库{left}，请核对重量和采收登记。',
    en: 'Of what was declared at most {left} can still be weighed in; check the weight and the harvest.',
  },
  lot_below_packed: {
    kind: 'conflict',
    zh: '这一批已经包装或损耗了{taken}，重新称的净重不能比这少，也不能改成不收。',
    en: 'Packed or lost of this lot already: {taken}. Weighed again it cannot be less, nor be refused.',
  },
  lot_of_weigh_in: {
    kind: 'conflict',
    zh: '这次过磅已经有批次了。',
    en: 'This weigh-in has its lot already.',
  },
  own_household_lot: {
    kind: 'forbidden',
    zh: '这是您自家的菜，要请别的户的人来称。',
    en: 'This is your own household’s; somebody of another household has to weigh it.',
  },
  unknown_lot: { kind: 'not_found', zh: '没有这个采收批次。', en: 'There is no such harvest lot.' },
} as const)
