import { number, optionalText, text } from './params.ts'
import { at, type Message, type MessageContext, type MessageText } from './message-context.ts'

/** Messages about vouchers of one's household. */
export const voucherKinds = ['voucher.entered', 'voucher.spent', 'voucher.expired'] as const

export function aboutVouchers(
  kind: (typeof voucherKinds)[number],
  params: Message['params'],
  { t, format, language }: MessageContext,
): MessageText {
  const inOwn = (zh: string, en: string) =>
    (language === 'en' ? optionalText(params[en]) : null) ?? text(params[zh])
  const returned = number(params['returnedHundredths'])
  const said = {
    name: inOwn('nameZh', 'nameEn'),
    merchant: inOwn('merchantZh', 'merchantEn'),
    by: text(params['byName']),
    value: format.money(number(params['valueFen'])),
    price: format.points(number(params['pointsHundredths'])),
    amount: format.money(number(params['amountFen'])),
    left: format.money(number(params['leftFen'])),
    points: format.points(returned),
  }
  const told = kind === 'voucher.expired' && returned > 0 ? 'voucher.returned' : kind
  return { text: t(told, said), words: null, about: at('vouchers') }
}
