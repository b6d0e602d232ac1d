import { refusalsOf } from '../../../platform/refusal.ts'

const products = {
  unknown_product: {
    kind: 'not_found',
    zh: '没有这个商品，或者已经下架。请刷新再看。',
    en: 'There is no such product, or it is sold no more. Look at the list again.',
  },
  product_confirmed: {
    kind: 'conflict',
    zh: '这个商品已经上架了。',
    en: 'This product is on sale already.',
  },
  product_withdrawn: {
    kind: 'conflict',
    zh: '这个商品已经下架了。',
    en: 'This product was withdrawn already.',
  },
  product_offered_already: {
    kind: 'conflict',
    zh: '同样的菜、同样的净重已经有一个价在卖。要改价，先把它下架。',
    en: 'This crop in this weight is on sale at a price already. Withdraw that first.',
  },
  no_such_packs: {
    kind: 'conflict',
    zh: '没有装过这种净重的“{crop}”，请核对。',
    en: 'No pack of this crop and net weight was ever packed: {crop}.',
  },
} as const

const points = {
  unknown_point: {
    kind: 'not_found',
    zh: '没有这个自提点或送货线路。',
    en: 'There is no such pick-up point or round.',
  },
  unknown_slot: {
    kind: 'not_found',
    zh: '没有这个时段，请另选一个。',
    en: 'There is no such time; choose another.',
  },
  slot_hours_wrong: {
    kind: 'invalid',
    zh: '时段要在以后开始，结束比开始晚，截单不晚于开始。',
    en: 'Hours begin in the future, end after they begin, and orders close before that.',
  },
  slot_closed: {
    kind: 'conflict',
    zh: '这个时段已经截单，请另选一个。',
    en: 'Orders for this time are closed; choose another.',
  },
  slot_full: {
    kind: 'conflict',
    zh: '这个时段已经约满，请另选一个。',
    en: 'This time is full; choose another.',
  },
  address_missing: {
    kind: 'invalid',
    zh: '送货上门要写清地址。',
    en: 'A delivery needs an address.',
  },
} as const

const orders = {
  customer_not_proved: {
    kind: 'forbidden',
    zh: '请先用手机号和验证码登录。',
    en: 'Please prove your telephone by its code first.',
  },
  market_not_open: {
    kind: 'not_found',
    zh: '没有这个村，或者它不在网上卖菜。',
    en: 'There is no such village, or it sells nothing online.',
  },
  payments_off: {
    kind: 'unavailable',
    zh: '本村还没有开通网上付款，只能到现场购买。',
    en: 'The village takes no money online yet; come and buy on the spot.',
  },
  payment_away: {
    kind: 'unavailable',
    zh: '付款平台暂时没有回应，菜先给您留着。请过一会儿再点付款。',
    en: 'The payment service does not answer. Your packs are kept; try to pay again in a moment.',
  },
  too_few_packs: {
    kind: 'conflict',
    zh: '“{product}”只剩{left}包了，没有下单。请改一下数量。',
    en: 'There are fewer packs of {product} left: {left}. Nothing was ordered; change the number.',
  },
  product_twice: {
    kind: 'invalid',
    zh: '同一个商品填了两次。',
    en: 'The same product is named twice.',
  },
  total_changed: {
    kind: 'conflict',
    zh: '价格刚刚变了，没有下单。请看新的价格。',
    en: 'A price has just changed; nothing was ordered. Look at the new prices.',
  },
  too_many_unpaid: {
    kind: 'too_many',
    zh: '您还有没付款的订单，请先付款或取消。',
    en: 'You have orders that are not paid; pay or cancel them first.',
  },
  too_many_orders: {
    kind: 'too_many',
    zh: '今天的订单太多了，请明天再下，或打电话给村里。',
    en: 'These are many orders for one day; come back tomorrow, or call the village.',
  },
  too_many_from_here: {
    kind: 'too_many',
    zh: '从这个网络下的未付款订单太多，请过一会儿再试。',
    en: 'Too many unpaid orders came from this network; try again in a while.',
  },
  too_many_market_codes: {
    kind: 'too_many',
    zh: '从这个网络要的验证码太多，请明天再试。',
    en: 'Too many codes were asked for from this network; try again tomorrow.',
  },
  unknown_order: {
    kind: 'not_found',
    zh: '没有这个订单，请核对取货码或编号。',
    en: 'There is no such order; check its code or number.',
  },
  order_ended: {
    kind: 'conflict',
    zh: '这个订单已经结束，没有再改。',
    en: 'This order has ended; nothing was changed.',
  },
  order_not_paid: {
    kind: 'conflict',
    zh: '这个订单还没有付款，不能交货。',
    en: 'This order is not paid; nothing is handed over.',
  },
  order_closed_for_change: {
    kind: 'conflict',
    zh: '已经截单备货，不能在网上取消了，请打电话给村里。',
    en: 'It is being packed and can no longer be cancelled here; please call the village.',
  },
  pack_not_of_order: {
    kind: 'invalid',
    zh: '包装{pack}不在这个订单里。',
    en: 'This pack does not belong to the order: {pack}.',
  },
  pack_recalled: {
    kind: 'conflict',
    zh: '包装{pack}已召回，不能交给顾客，请作为缺货退款。',
    en: 'This pack is recalled and must not be handed over; leave it out, and it is refunded: {pack}.',
  },
  notification_refused: {
    kind: 'invalid',
    zh: '通知验证不通过。',
    en: 'The notification cannot be verified.',
  },
  payment_differs: {
    kind: 'conflict',
    zh: '付款的金额和订单不一样，没有入账。',
    en: 'What was paid is not what the order costs; nothing was booked.',
  },
  unknown_payment: {
    kind: 'not_found',
    zh: '没有这笔付款。',
    en: 'There is no such payment.',
  },
} as const

export const refuse = refusalsOf(products, points, orders)
