import type { Keyring } from '../../../platform/keyring.ts'
import { WechatProblem, type Wechat, type WechatTrouble } from '../../../platform/wechat.ts'
import { refuse } from '../refusals.ts'

export interface WechatParts {
  /** Null: nobody signs in by WeChat. */
  readonly wechat: Wechat | null
  readonly keyring: Keyring
  /** Told of what only the operator can mend. */
  readonly onSmsFault: (error: unknown) => void
}

const refusals = {
  code_refused: 'wechat_code_refused',
  account_blocked: 'wechat_account_blocked',
  too_often: 'wechat_too_often',
  away: 'wechat_away',
  misconfigured: 'wechat_away',
} as const satisfies Record<WechatTrouble, string>

/**
 * Who is behind a login code, as a keyed hash: the openid itself is kept nowhere.
 * @throws Refusal 'wechat_off', 'wechat_code_refused', 'wechat_account_blocked', 'wechat_too_often',
 *   'wechat_away'
 */
export async function readAccount(parts: WechatParts, loginCode: string): Promise<string> {
  const openId = await askWechat(parts, (wechat) => wechat.openIdOf(loginCode))
  return parts.keyring.hashOf('wechat account', `${parts.wechat?.appId} ${openId}`)
}

/**
 * Asks WeChat, and turns its troubles into refusals that a person can read.
 * @throws Refusal 'wechat_off', 'wechat_code_refused', 'wechat_account_blocked', 'wechat_too_often',
 *   'wechat_away'
 */
export async function askWechat<Answer>(
  { wechat, onSmsFault }: WechatParts,
  ask: (wechat: Wechat) => Promise<Answer>,
): Promise<Answer> {
  if (wechat === null) throw refuse('wechat_off')
  try {
    return await ask(wechat)
  } catch (error) {
    if (!(error instanceof WechatProblem)) throw error
    if (error.trouble === 'misconfigured') onSmsFault(error)
    throw refuse(refusals[error.trouble])
  }
}
