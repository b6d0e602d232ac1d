import type { Answer, Item } from '@azalea/client'

export type Closing = Item<'/api/wallet-closings'>
export type Planned = NonNullable<Answer<'/api/wallet-closings'>['planned']>
export type ClosingWallet = Answer<'/api/wallet-closings/{id}/wallets'>['lines'][number]

export const closingTones = {
  announced: 'waiting',
  closing: 'waiting',
  closed: 'done',
  called_off: 'past',
} as const satisfies Record<Closing['state'], string>
