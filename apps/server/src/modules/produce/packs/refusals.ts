import { refusalsOf } from '../../../platform/refusal.ts'

const packing = {
  unknown_packed_lot: {
    kind: 'not_found',
    zh: '没有这个采收批次。',
    en: 'There is no such harvest lot.',
  },
  lot_twice: {
    kind: 'invalid',
    zh: '同一个批次填了两次。',
    en: 'The same harvest lot is named twice.',
  },
  lots_of_two_crops: {
    kind: 'invalid',
    zh: '一次只能包装一种作物的批次。',
    en: 'Only lots of one crop are packed together.',
  },
  lot_held: {
    kind: 'conflict',
    zh: '批次{number}已被扣下，不能包装。',
    en: 'This lot is held, and nothing of it may be packed: {number}.',
  },
  lot_short: {
    kind: 'conflict',
    zh: '批次{number}只剩{left}。',
    en: 'There is no more left of lot {number} than {left}.',
  },
  mass_appears: {
    kind: 'invalid',
    zh: '包装和损耗加起来比投入多{difference}，多出来的从哪里来？',
    en: 'Packs and loss are {difference} more than what goes in; nothing comes from nowhere.',
  },
  mass_missing: {
    kind: 'invalid',
    zh: '还有{difference}没有着落：请写进包装或损耗。',
    en: 'This is neither packed nor told as loss: {difference}.',
  },
  loss_without_reason: {
    kind: 'invalid',
    zh: '有损耗要写明原因，没有损耗就不用写。',
    en: 'A loss has a reason, and only a loss has one.',
  },
  best_before_wrong: {
    kind: 'invalid',
    zh: '保质期要在包装当天到六十天以内。',
    en: 'Packs are best before a day from today to sixty days on.',
  },
} as const

const labels = {
  no_labels: {
    kind: 'not_found',
    zh: '这次包装没有这些包，没有标签可打印。',
    en: 'This packing has no such packs, so there are no labels to print.',
  },
  no_village_address: {
    kind: 'conflict',
    zh: '村里的网址还没有写好，二维码会打不开。请管理员在“牌子”里写上网址。',
    en: 'The village’s address is not known, so the codes would lead nowhere. The operator says it under “Plates”.',
  },
} as const

const holds = {
  unknown_pack: {
    kind: 'not_found',
    zh: '没有这个编号的包装。请核对标签上的编号。',
    en: 'There is no pack of this number. Check the number on the label.',
  },
  unknown_held_lot: {
    kind: 'not_found',
    zh: '没有这个编号的采收批次。',
    en: 'There is no harvest lot of this number.',
  },
  unknown_held_plot: { kind: 'not_found', zh: '没有这块地。', en: 'There is no such plot.' },
  never_used: {
    kind: 'not_found',
    zh: '村里没有用过叫这个名字的投入品或有效成分。',
    en: 'No product or substance of this name was ever used in the village.',
  },
  held_already: {
    kind: 'conflict',
    zh: '已经召回了。',
    en: 'This is recalled already.',
  },
  unknown_hold: { kind: 'not_found', zh: '没有这次召回。', en: 'There is no such recall.' },
  hold_lifted: { kind: 'conflict', zh: '这次召回已经解除了。', en: 'This recall has been lifted.' },
  lift_proposed: {
    kind: 'conflict',
    zh: '已经有人提出解除，等第二个人确认。',
    en: 'Somebody has proposed to lift it already; a second person has to confirm.',
  },
  lift_not_proposed: {
    kind: 'conflict',
    zh: '还没有人提出解除。',
    en: 'Nobody has proposed to lift it.',
  },
} as const

export const refuse = refusalsOf({ ...packing, ...labels, ...holds } as const)
