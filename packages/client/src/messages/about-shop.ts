import { number, optionalText, text } from './params.ts'
import { at, type Message, type MessageContext, type MessageText } from './message-context.ts'

/** Messages about what one reserved and bought in the points shop. */
export const shopKinds = [
  'purchase.reserved',
  'purchase.lapsed',
  'purchase.fetched',
  'purchase.returned',
] as const

export function aboutShop(
  kind: (typeof shopKinds)[number],
  params: Message['params'],
  { t, format, language }: MessageContext,
): MessageText {
  const said = {
    good: (language === 'en' ? optionalText(params['nameEn']) : null) ?? text(params['nameZh']),
    quantity: number(params['quantity']),
    points: format.points(number(params['pointsHundredths'])),
  }
  return { text: t(kind, said), words: null, about: at('shop') }
}
