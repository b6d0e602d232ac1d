import { number, text } from './params.ts'
import { at, type Message, type MessageContext, type MessageText } from './message-context.ts'

export const signInKinds = [
  'sign_in.change_proposed',
  'sign_in.passing_on_proposed',
  'sign_in.changed',
  'sign_in.number_passed_on',
  'sign_in.change_declined',
  'sign_in.change_declined_by_person',
  'sign_in.proposal_declined',
  'sign_in.proposal_ended',
  'sign_in.changes_made',
  'sign_in.wechat_bound',
  'sign_in.wechat_unbound',
] as const

/** What was proposed or changed of how somebody signs in. */
export function aboutSignIn(
  kind: (typeof signInKinds)[number],
  params: Message['params'],
  { t }: MessageContext,
): MessageText {
  const parts = Array.isArray(params['what']) ? params['what'] : []
  const hasIdentity = parts.includes('identity')
  const part = parts.includes('phone') ? (hasIdentity ? 'both' : 'phone') : 'identity'
  const what = t(`sign_in_${part}`)
  const own = { words: null, about: at('my_sign_in') }
  switch (kind) {
    case 'sign_in.changed':
      return {
        ...own,
        text: t(params['by'] === 'person' ? 'sign_in.changed_person' : 'sign_in.changed_two', {
          what,
        }),
      }
    case 'sign_in.changes_made': {
      const count = { name: text(params['name']), count: number(params['count']) }
      return { text: t(kind, count), words: null, about: at('log') }
    }
    case 'sign_in.change_declined_by_person':
    case 'sign_in.proposal_declined':
    case 'sign_in.proposal_ended':
      return { text: t(kind, { what }), words: null, about: at('sign_in_changes') }
    case 'sign_in.change_proposed':
    case 'sign_in.passing_on_proposed':
    case 'sign_in.number_passed_on':
    case 'sign_in.change_declined':
    case 'sign_in.wechat_bound':
    case 'sign_in.wechat_unbound':
      return { ...own, text: t(kind, { what }) }
  }
}
