import { text } from './params.ts'
import { at, type Message, type MessageContext, type MessageText } from './message-context.ts'

/** Messages about plots, who grows on them and what is put there. */
export const landKinds = ['lease.offered', 'application.approved', 'application.declined'] as const

const declined = {
  wait: 'application.declined_wait',
  not_needed: 'application.declined_not_needed',
  other_product: 'application.declined_other_product',
  other_amount: 'application.declined_other_amount',
} as const

export function aboutLand(
  kind: (typeof landKinds)[number],
  params: Message['params'],
  { t }: MessageContext,
): MessageText {
  const label = text(params['label'])
  const about = at('plots')
  if (kind === 'lease.offered')
    return { text: t(kind, { by: text(params['byName']), label }), words: null, about }
  if (kind === 'application.approved') return { text: t(kind, { label }), words: null, about }
  const because = Object.entries(declined).find(([word]) => word === params['because'])?.[1]
  return { text: t(because ?? 'application.declined_wait', { label }), words: null, about }
}
