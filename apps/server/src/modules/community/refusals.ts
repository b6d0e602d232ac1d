import { refusalsOf } from '../../platform/refusal.ts'

export const refuse = refusalsOf({
  unknown_person: {
    kind: 'not_found',
    zh: '名册里没有这个人。',
    en: 'There is no such person in the roster.',
  },
  unknown_household: {
    kind: 'not_found',
    zh: '名册里没有这户人家。',
    en: 'There is no such household in the roster.',
  },
  household_not_joined: {
    kind: 'forbidden',
    zh: '您家还没有加入积分制。请先在“我的”里由家里人确认加入。',
    en: 'Your household has not joined yet. Someone of the household can join under “Mine”.',
  },
  plate_check_failed: {
    kind: 'invalid',
    zh: '这个牌号不对，可能有一位看错了。请对着牌子再看一遍。',
    en: 'This plate code is not right; a character may be misread. Please look at the plate again.',
  },
  unknown_plate: {
    kind: 'not_found',
    zh: '没有这块牌子。',
    en: 'There is no plate with this code.',
  },
  plate_of_other_village: {
    kind: 'forbidden',
    zh: '这块牌子是别的村的，只能看，不能在这里评。',
    en: 'This plate belongs to another village: you may look, but not rate it here.',
  },
})
