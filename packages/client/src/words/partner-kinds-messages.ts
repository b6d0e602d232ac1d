import { defineMessages } from '../texts.ts'

export const partnerKindsMessages = defineMessages('partnerKinds', {
  zh: {
    partner_shop: '商店',
    partner_canteen: '食堂',
    partner_carrier: '运输',
    partner_trader: '批发商',
  },
  en: {
    partner_shop: 'Shop',
    partner_canteen: 'Canteen',
    partner_carrier: 'Carrier',
    partner_trader: 'Trader',
  },
})
