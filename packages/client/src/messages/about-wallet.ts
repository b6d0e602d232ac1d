import { number, optionalText } from './params.ts'
import { at, type Message, type MessageContext, type MessageText } from './message-context.ts'

/** Messages about what comes to a household's wallet and leaves it beside awards and the shop. */
export const walletKinds = ['gift.given', 'gift.received'] as const

export function aboutWallet(
  kind: (typeof walletKinds)[number],
  params: Message['params'],
  { t, format }: MessageContext,
): MessageText {
  const owed = number(params['owedHundredths'])
  const nameOf = (name: unknown, group: unknown) =>
    optionalText(name) ?? optionalText(group) ?? t('otherHousehold')
  const said = {
    by: nameOf(params['byName'], params['byGroup']),
    to: nameOf(params['toName'], params['toGroup']),
    points: format.points(number(params['pointsHundredths'])),
    owed: format.points(owed),
  }
  const words = kind === 'gift.received' && owed > 0 ? 'gift.received_owing' : kind
  return { text: t(words, said), words: null, about: at('gifts') }
}
