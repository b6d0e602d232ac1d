import {
  createCalls,
  createOutbox,
  type Answer,
  type Calls,
  type HttpPort,
  type Outbox,
  type Schema,
} from '@azalea/client'
import { clockPort } from './clock-port.ts'
import { createHttpPort, readFile, sendOnce } from './http-port.ts'
import { newKey } from './random.ts'
import { languagePort } from './settings.ts'
import { forget, keep, recall, storagePort } from './storage-port.ts'

export type SessionView = Schema<'SessionView'>

type SignedIn = Answer<'/api/wechat/sign-in', 'post'>

/** What signing in by WeChat came to. */
export type SignInState =
  | { readonly state: 'signed_in'; readonly session: SessionView }
  | { readonly state: 'choose'; readonly choices: NonNullable<SignedIn['choices']> }
  | { readonly state: 'not_bound' }

interface Kept {
  readonly token: string
  readonly session: SessionView
}

export interface Session {
  readonly calls: Calls
  /** For the public files of the log, which need no session. */
  readonly http: HttpPort
  /** What was given without a network; no photos are taken here. */
  readonly outbox: Outbox<never>
  /** Who is signed in on this phone, as far as it knows. */
  current(): SessionView | null
  /** By the WeChat account alone; in one of several villages where it is named. @throws ApiProblem */
  signIn(villageId?: string): Promise<SignInState>
  /** Resolves to how many minutes the code is good. */
  sendCode(phone: string): Promise<number>
  bind(phone: string, code: string): Promise<SignInState>
  unbind(): Promise<void>
  signOut(): Promise<void>
}

/** The session of this phone: a token in WeChat's storage, made anew by `wx.login` when it ends. */
export function createSession(server: string): Session {
  let kept = recall<Kept>('session', 'own')
  let renewing: Promise<boolean> | null = null
  const settle = (answer: SignedIn): SignInState => {
    const { token, session, choices } = answer
    if (token !== null && session !== null) {
      kept = { token, session }
      keep('session', 'own', kept)
      return { state: 'signed_in', session }
    }
    end()
    return choices === null ? { state: 'not_bound' } : { state: 'choose', choices }
  }
  const end = () => {
    kept = null
    forget('session', 'own')
  }
  // Asked without a session, so that a refusal here asks for no other one.
  const bare: HttpPort = {
    send: (request) => sendOnce(server, request, null),
    readFile: (address) => readFile(server, address),
    newKey,
  }
  const anonymous = createCalls(bare, languagePort)
  const signIn = async (villageId?: string) => {
    const body = { loginCode: await login(), villageId: villageId ?? null }
    return settle(await anonymous.post('/api/wechat/sign-in', {}, body))
  }
  const renew = async () => {
    const villageId = kept?.session.village.villageId
    renewing ??= signIn(villageId)
      .then(({ state }) => state === 'signed_in')
      .finally(() => (renewing = null))
    return renewing
  }
  const calls = createCalls(
    createHttpPort(server, { token: () => kept?.token ?? null, renew }),
    languagePort,
  )
  return {
    calls,
    http: bare,
    outbox: createOutbox<never>({
      calls,
      http: bare,
      storage: storagePort,
      clock: clockPort,
      uploadOf: (photo) => photo,
    }),
    current: () => kept?.session ?? null,
    signIn,
    sendCode: async (phone) => {
      const body = { loginCode: await login(), phone }
      const { expiresInSeconds } = await anonymous.post('/api/wechat/code', {}, body)
      return Math.round(expiresInSeconds / 60)
    },
    bind: async (phone, code) =>
      settle(
        await anonymous.post('/api/wechat/bind', {}, { loginCode: await login(), phone, code }),
      ),
    unbind: async () => {
      await calls.post('/api/me/wechat/unbind', {}, undefined)
      end()
    },
    signOut: async () => {
      await calls.post('/api/sign-out', {}, { everywhere: false }).finally(end)
    },
  }
}

/** A code that proves this WeChat account to the server: good once, for five minutes. */
function login(): Promise<string> {
  return new Promise((resolve, reject) => {
    wx.login({
      success: ({ code }) => resolve(code),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    })
  })
}
