import { number, optionalText, text } from './params.ts'
import { at, type Message, type MessageContext, type MessageText } from './message-context.ts'

/** Messages about money that one's household is paid. */
export const moneyKinds = ['payout_account.changed', 'year_end.shared'] as const

export function aboutMoney(
  kind: (typeof moneyKinds)[number],
  params: Message['params'],
  { t, format, language }: MessageContext,
): MessageText {
  const about = at('my_money')
  if (kind === 'year_end.shared') {
    const said = {
      title: (language === 'en' ? optionalText(params['titleEn']) : null) ?? text(params['title']),
      points: format.points(number(params['pointsHundredths'])),
      money: format.money(number(params['shareFen'])),
    }
    return { text: t(kind, said), words: null, about }
  }
  const ends = optionalText(params['ends'])
  const said = ends === null ? t('payout_account.removed') : t('payout_account.changed', { ends })
  return { text: said, words: null, about }
}
