import type { Clock } from './clock.ts'
import { WechatProblem, type Wechat, type WechatPicture, type WechatTrouble } from './wechat.ts'

export interface WechatSettings {
  readonly appId: string
  readonly secret: string
  /** Where WeChat answers: its own address, or a relay of the county. */
  readonly apiUrl: string
}

export const WECHAT_API = 'https://api.weixin.qq.com'

const PATIENCE_MILLISECONDS = 5_000
/** A token is asked for anew this long before it ends. */
const TOKEN_SLACK_MILLISECONDS = 300_000
/** A mini-program code is some 100 kB. */
const MOST_BYTES = 2 * 1024 * 1024

/** WeChat's numbers, https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/. */
const troubles: Readonly<Record<number, WechatTrouble>> = {
  [-1]: 'away',
  40029: 'code_refused',
  40163: 'code_refused',
  41008: 'code_refused',
  40226: 'account_blocked',
  45009: 'too_often',
  45011: 'too_often',
}
const TOKEN_ENDED = [40001, 40014, 42001]

type Fetch = (url: URL, init: RequestInit) => Promise<Response>
type Answer = Readonly<Record<string, unknown>>

/** Speaks with WeChat by its HTTP interface, each call with a limit of time and size. */
export function createWechat(
  settings: WechatSettings,
  clock: Clock,
  options: { readonly patienceMilliseconds?: number; readonly fetch?: Fetch } = {},
): Wechat {
  const { appId, secret } = settings
  const patience = options.patienceMilliseconds ?? PATIENCE_MILLISECONDS
  const ask = (asked: string, path: string, query: Answer, body?: Answer) =>
    askWechat(
      { asked, patience, fetch: options.fetch ?? fetch },
      addressOf(settings.apiUrl, path, query),
      body,
    )
  const tokens = tokenSource(clock, (isForced) =>
    ask('an access token', '/cgi-bin/stable_token', {}, tokenRequest(settings, isForced)),
  )
  return {
    appId,
    openIdOf: async (loginCode) => {
      const query = { appid: appId, secret, js_code: loginCode, grant_type: 'authorization_code' }
      const { json } = await ask('a login', '/sns/jscode2session', query)
      return textOf('a login', requireSuccess('a login', json), 'openid')
    },
    drawCode: async ({ scene, page }) => {
      const draw = async () => {
        const query = { access_token: await tokens.current() }
        const body = { scene, page, check_path: false }
        return ask('a code', '/wxa/getwxacodeunlimit', query, body)
      }
      const first = await draw()
      const code = first.json?.['errcode']
      if (typeof code !== 'number' || !TOKEN_ENDED.includes(code)) return pictureOf(first)
      // Another server, or the console, has had a new token made: ours has ended early.
      tokens.forget(code === 40001)
      return pictureOf(await draw())
    },
  }
}

function tokenRequest({ appId, secret }: WechatSettings, isForced: boolean): Answer {
  return { grant_type: 'client_credential', appid: appId, secret, force_refresh: isForced }
}

/** The access token, asked for once by however many wait for it. */
function tokenSource(clock: Clock, request: (isForced: boolean) => Promise<Told>) {
  let held: { readonly token: Promise<string>; endsAt: number } | null = null
  let isForced = false
  const fetchToken = async () => {
    const asked = 'an access token'
    const json = requireSuccess(asked, (await request(isForced)).json)
    isForced = false
    const seconds = Number(json['expires_in'])
    const endsAt = clock.now().getTime() + seconds * 1000 - TOKEN_SLACK_MILLISECONDS
    return { token: textOf(asked, json, 'access_token'), endsAt: Number.isNaN(endsAt) ? 0 : endsAt }
  }
  return {
    current: () => {
      if (held !== null && held.endsAt > clock.now().getTime()) return held.token
      const fetched = fetchToken()
      const holding = { token: fetched.then(({ token }) => token), endsAt: Infinity }
      held = holding
      fetched.then(
        ({ endsAt }) => (holding.endsAt = endsAt),
        () => (held = held === holding ? null : held),
      )
      return holding.token
    },
    forget: (mustBeNew: boolean) => {
      held = null
      isForced = mustBeNew
    },
  }
}

function addressOf(base: string, path: string, query: Answer): URL {
  const address = new URL(base.replace(/\/$/, '') + path)
  for (const [name, value] of Object.entries(query)) address.searchParams.set(name, String(value))
  return address
}

interface Told {
  readonly asked: string
  readonly mediaType: string
  readonly content: Buffer
  /** Null where it is no JSON. */
  readonly json: Answer | null
}

async function askWechat(
  by: { readonly asked: string; readonly patience: number; readonly fetch: Fetch },
  address: URL,
  body: Answer | undefined,
): Promise<Told> {
  const { asked } = by
  const init: RequestInit = {
    signal: AbortSignal.timeout(by.patience),
    redirect: 'error',
    ...(body === undefined
      ? {}
      : {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
  }
  try {
    const answer = await by.fetch(address, init)
    const content = await readLimited(answer)
    if (!answer.ok || content === null) throw new WechatProblem('away', asked, answer.status)
    const mediaType = answer.headers.get('content-type') ?? ''
    return { asked, mediaType, content, json: jsonOf(content) }
  } catch (error) {
    // What the library throws may name the address, and the address holds the secret.
    throw error instanceof WechatProblem ? error : new WechatProblem('away', asked, null)
  }
}

/** Null: more than any answer of WeChat's has. */
async function readLimited(answer: Response): Promise<Buffer | null> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of answer.body ?? []) {
    length += piece.length
    if (length > MOST_BYTES) return null
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

/** WeChat says `text/plain` of its JSON, so the content is looked at. */
function jsonOf(content: Buffer): Answer | null {
  if (content[0] !== 0x7b) return null
  try {
    return JSON.parse(content.toString('utf8')) as Answer
  } catch {
    return null
  }
}

function requireSuccess(asked: string, json: Answer | null): Answer {
  if (json === null) throw new WechatProblem('away', asked, null)
  const code = Number(json['errcode'] ?? 0)
  if (code !== 0) throw new WechatProblem(troubles[code] ?? 'misconfigured', asked, code)
  return json
}

function textOf(asked: string, json: Answer, name: string): string {
  const value = json[name]
  if (typeof value !== 'string' || value === '') throw new WechatProblem('away', asked, null)
  return value
}

function pictureOf({ asked, mediaType, content, json }: Told): WechatPicture {
  if (json !== null) requireSuccess(asked, json)
  const known = (['image/png', 'image/jpeg'] as const).find((type) => mediaType.startsWith(type))
  if (known === undefined) throw new WechatProblem('away', asked, null)
  return { mediaType: known, content }
}
