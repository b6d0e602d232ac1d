import { number, optionalText, text } from './params.ts'
import { at, type Message, type MessageContext, type MessageText } from './message-context.ts'

/** Messages about what comes to a household's wallet and leaves it beside awards and the shop. */
export const walletKinds = [
  'gift.given',
  'gift.received',
  'wallet.closing_announced',
  'wallet.closing_called_off',
  'wallet.closed',
] as const

export function aboutWallet(
  kind: (typeof walletKinds)[number],
  params: Message['params'],
  context: MessageContext,
): MessageText {
  if (kind === 'gift.given' || kind === 'gift.received') return aboutGift(kind, params, context)
  const { t, format } = context
  const said = {
    day: format.day(text(params['closesOn'])),
    points: format.points(number(params['droppedHundredths'])),
  }
  const words =
    kind === 'wallet.closing_announced' ? announced(said.day, params, context) : t(kind, said)
  return { text: words, words: null, about: at('my_wallet') }
}

function announced(day: string, params: Message['params'], { t, format }: MessageContext): string {
  if (params['policy'] === 'reset') return t('wallet.reset_announced', { day })
  const share = format.percent(number(params['keepPermille']) / 1000)
  return t('wallet.carry_over_announced', { day, share })
}

function aboutGift(
  kind: 'gift.given' | 'gift.received',
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
