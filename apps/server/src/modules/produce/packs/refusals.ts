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

const gtins = {
  prefix_entered_already: {
    kind: 'conflict',
    zh: '厂商识别代码已经是这个。',
    en: 'This is the company prefix already.',
  },
  no_company_prefix: {
    kind: 'conflict',
    zh: '先登记村里的厂商识别代码，再登记商品条码。',
    en: 'Enter the village’s company prefix before any GTIN.',
  },
  gtin_wrong: {
    kind: 'invalid',
    zh: '商品条码不对：要 12 到 14 位数字，最后一位是校验码。请对着条码证书再看一看。',
    en: 'This is no GTIN: it has 12 to 14 digits, the last of which is a check digit. Compare it with the certificate.',
  },
  gtin_of_variable_weight: {
    kind: 'invalid',
    zh: '以 9 开头的 14 位条码是给称重商品的，定量的包不能用。',
    en: 'A GTIN of 14 digits that begins with 9 is of things of variable weight, not of packs of one weight.',
  },
  gtin_of_other_company: {
    kind: 'invalid',
    zh: '这个条码不是以村里的厂商识别代码 {prefix} 开头的。',
    en: 'This GTIN is of another company: the village’s begin with {prefix}.',
  },
  unknown_packed_crop: {
    kind: 'not_found',
    zh: '村里没有种过叫“{crop}”的作物。',
    en: 'There is no crop of this name: {crop}.',
  },
  gtin_in_use: { kind: 'conflict', zh: '这个条码正在用。', en: 'This GTIN is in use.' },
  gtin_used_otherwise: {
    kind: 'conflict',
    zh: '这个条码以前给过别的商品，不能再给。',
    en: 'This GTIN stood for something else before, and never stands for two things.',
  },
  packs_have_gtin: {
    kind: 'conflict',
    zh: '这种包已经有条码了；要换，先停用原来的。',
    en: 'Packs of this kind have a GTIN. To give them another, end that one first.',
  },
  gtin_of_other_village: {
    kind: 'conflict',
    zh: '这个条码是别的村登记的。',
    en: 'Another village has entered this GTIN.',
  },
  too_many_gtins: {
    kind: 'conflict',
    zh: '条码太多了，最多 {most} 个；先停用不再用的。',
    en: 'There are too many GTINs; at most {most}. End those that are not used any more.',
  },
  unknown_gtin: { kind: 'not_found', zh: '没有这个商品条码。', en: 'There is no such GTIN.' },
  gtin_ended: { kind: 'conflict', zh: '这个条码已经停用了。', en: 'This GTIN was ended already.' },
  unknown_link: {
    kind: 'not_found',
    zh: '这个二维码里的编号，这里没有。请核对标签。',
    en: 'Nothing of this number is known here. Check the label.',
  },
  no_such_link: {
    kind: 'not_found',
    zh: '这一包没有这种链接；有哪些，看 linkType=linkset。',
    en: 'This pack has no link of this type; linkType=linkset lists those that it has.',
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

export const refuse = refusalsOf({ ...packing, ...labels, ...gtins, ...holds } as const)
