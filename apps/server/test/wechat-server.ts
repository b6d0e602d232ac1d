import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export const WECHAT_APP = { appId: 'wx0123456789abcdef', secret: 'a-secret-that-stands-nowhere' }

/** The smallest PNG, as a mini-program code. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

export interface WechatServer {
  readonly url: string
  /** What was asked, oldest first: path, query and body. */
  readonly asked: readonly { path: string; query: URLSearchParams; body: unknown }[]
  /** What `wx.login` would give this person: a code, good once. */
  login(openId: string): string
  /** The next answers, instead of what would be right: an errcode, a status, or silence. */
  failNext(...failures: (number | 'silence' | 'http_502' | 'not_json' | 'endless')[]): void
  /** Every access token given so far is worth nothing any more. */
  endTokens(): void
  close(): Promise<void>
}

/** A server on this computer that speaks WeChat's protocol, with its real numbers of errors. */
export async function startWechatServer(): Promise<WechatServer> {
  const state = new State()
  const http = createServer((request, response) => void state.answer(request, response))
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const { port } = http.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    asked: state.asked,
    login: (openId) => state.login(openId),
    failNext: (...failures) => void state.failures.push(...failures),
    endTokens: () => state.tokens.clear(),
    close: () =>
      new Promise((resolve) => {
        http.close(() => resolve())
        http.closeAllConnections()
      }),
  }
}

class State {
  readonly asked: { path: string; query: URLSearchParams; body: unknown }[] = []
  readonly failures: (number | 'silence' | 'http_502' | 'not_json' | 'endless')[] = []
  readonly tokens = new Set<string>()
  readonly #codes = new Map<string, { openId: string; isUsed: boolean }>()
  #made = 0

  login(openId: string): string {
    this.#made += 1
    const code = `0${String(this.#made).padStart(3, '0')}LoginCodeOfWechat${openId}`
    this.#codes.set(code, { openId, isUsed: false })
    return code
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://wechat')
    const pieces: Buffer[] = []
    for await (const piece of request) pieces.push(piece as Buffer)
    const text = Buffer.concat(pieces).toString('utf8')
    const body: unknown = text === '' ? null : JSON.parse(text)
    this.asked.push({ path: pathname, query: searchParams, body })
    const failure = this.failures.shift()
    if (failure === 'silence') return
    if (failure === 'http_502') return void response.writeHead(502).end('<html>Bad Gateway</html>')
    if (failure === 'not_json') return void response.end('<html>login of the hotel</html>')
    if (failure === 'endless') return pourOut(response)
    if (typeof failure === 'number') return fail(response, failure)
    if (pathname === '/sns/jscode2session') return this.#session(searchParams, response)
    if (pathname === '/cgi-bin/stable_token') return this.#token(body, response)
    if (pathname === '/wxa/getwxacodeunlimit') return this.#code(searchParams, body, response)
    response.writeHead(404).end()
  }

  #session(query: URLSearchParams, response: ServerResponse): void {
    if (query.get('appid') !== WECHAT_APP.appId) return fail(response, 40013)
    if (query.get('secret') !== WECHAT_APP.secret) return fail(response, 40125)
    const code = this.#codes.get(query.get('js_code') ?? '')
    if (code === undefined) return fail(response, 40029)
    if (code.isUsed) return fail(response, 40163)
    code.isUsed = true
    tell(response, { session_key: 'c2Vzc2lvbi1rZXk=', openid: code.openId })
  }

  #token(body: unknown, response: ServerResponse): void {
    const { appid, secret } = body as { appid: string; secret: string }
    if (appid !== WECHAT_APP.appId) return fail(response, 40013)
    if (secret !== WECHAT_APP.secret) return fail(response, 40125)
    this.#made += 1
    const token = `token-${this.#made}`
    this.tokens.add(token)
    tell(response, { access_token: token, expires_in: 7200 })
  }

  #code(query: URLSearchParams, body: unknown, response: ServerResponse): void {
    if (!this.tokens.has(query.get('access_token') ?? '')) return fail(response, 42001)
    const { scene } = body as { scene: string }
    if (!/^[\w!#$&'()*+,/:;=?@.~-]{1,32}$/.test(scene)) return fail(response, 40169)
    response.setHeader('content-type', 'image/png')
    response.end(PICTURE)
  }
}

/** WeChat answers errors with status 200 and says `text/plain`. */
function tell(response: ServerResponse, json: object): void {
  response.setHeader('content-type', 'text/plain')
  response.end(JSON.stringify(json))
}

function fail(response: ServerResponse, errcode: number): void {
  tell(response, {
    errcode,
    errmsg: `${sayings[errcode] ?? 'error'} rid: 68f0a1b2-1c2d3e4f-5a6b7c8d`,
  })
}

const sayings: Readonly<Record<number, string>> = {
  [-1]: 'system error',
  40001: 'invalid credential, access_token is invalid or not latest',
  40013: 'invalid appid',
  40029: 'invalid code',
  40125: 'invalid appsecret',
  40163: 'code been used',
  40226: 'code blocked',
  42001: 'access_token expired',
  45011: 'api minute-quota reach limit, mustslower, retry next minute',
}

function pourOut(response: ServerResponse): void {
  const more = () => {
    while (!response.destroyed && response.write(Buffer.alloc(65_536, 0x20)));
    if (!response.destroyed) response.once('drain', more)
  }
  more()
}
