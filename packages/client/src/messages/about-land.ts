import { text } from './params.ts'
import type { Message, MessageContext, MessageText } from './message-context.ts'

/** Messages about plots and who grows on them. */
export const landKinds = ['lease.offered'] as const

export function aboutLand(
  kind: (typeof landKinds)[number],
  params: Message['params'],
  { t }: MessageContext,
): MessageText {
  const by = text(params['byName'])
  return { text: t(kind, { by, label: text(params['label']) }), words: null, about: null }
}
