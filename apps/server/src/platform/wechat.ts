/** What the server asks of WeChat. An adapter implements it; tests speak to one over real HTTP. */
export interface Wechat {
  readonly appId: string
  /**
   * Who is behind a login code of `wx.login`, as this application knows them.
   * @throws WechatProblem
   */
  openIdOf(loginCode: string): Promise<string>
  /**
   * A mini-program code that opens a page with a scene of at most 32 characters.
   * @throws WechatProblem
   */
  drawCode(what: { readonly scene: string; readonly page: string }): Promise<WechatPicture>
}

export interface WechatPicture {
  readonly mediaType: 'image/png' | 'image/jpeg'
  readonly content: Buffer
}

/**
 * - `code_refused`: the login code is wrong, old or used
 * - `account_blocked`: WeChat holds the account for risky
 * - `too_often`: the account, or this server, asked too often
 * - `away`: no answer, a late one, or WeChat is busy
 * - `misconfigured`: application, secret or address list are not what WeChat has; for the operator
 */
export type WechatTrouble =
  | 'code_refused'
  | 'account_blocked'
  | 'too_often'
  | 'away'
  | 'misconfigured'

/** Names what was asked and WeChat's number; never an address, since those carry secrets. */
export class WechatProblem extends Error {
  override readonly name = 'WechatProblem'
  constructor(
    readonly trouble: WechatTrouble,
    asked: string,
    readonly code: number | null,
  ) {
    super(`WeChat, asked for ${asked}: ${trouble}${code === null ? '' : ` (${code})`}`)
  }
}
