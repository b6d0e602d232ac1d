import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'

export interface SignIn {
  readonly role: string
  readonly name: string
  readonly phone: string
  readonly code: string
}

/** Somebody of the village who does things over HTTP, out of sight of the browser. */
export interface Person {
  readonly name: string
  get<T>(path: string): Promise<T>
  post<T>(path: string, body: unknown, key?: string): Promise<T>
  /** The same person and session at another address of the same village. */
  at(url: string): Person
}

/** The people as whom the demonstration lets one sign in. */
export async function demonstrationPeople(url: string): Promise<readonly SignIn[]> {
  const answer = await fetch(`${url}/api/setup`)
  const { demonstrationSignIns } = (await answer.json()) as {
    demonstrationSignIns: SignIn[] | null
  }
  if (demonstrationSignIns === null) throw new Error('this server holds no demonstration village')
  return demonstrationSignIns
}

/** The demonstration's people of one role, at least as many as asked for. */
export async function peopleOf(url: string, role: string, atLeast = 1): Promise<SignIn[]> {
  const people = (await demonstrationPeople(url)).filter((person) => person.role === role)
  if (people.length < atLeast) throw new Error(`the demonstration lists too few of ${role}`)
  return people
}

/** The first of the demonstration's people of a role. */
export async function onePerson(url: string, role: string): Promise<SignIn> {
  const [person] = await peopleOf(url, role)
  if (person === undefined) throw new Error(`the demonstration lists no ${role}`)
  return person
}

/** Signs in by telephone and code, as the app does. The code may be one that has yet to be sent. */
export async function signInOverHttp(
  url: string,
  {
    name,
    phone,
    code,
  }: Pick<SignIn, 'name' | 'phone'> & { readonly code: string | (() => string) },
): Promise<Person> {
  await ask(`${url}/api/sign-in/code`, { method: 'POST', ...asJson({ phone }) })
  const entered = { phone, code: typeof code === 'string' ? code : code() }
  const answer = await ask(`${url}/api/sign-in`, { method: 'POST', ...asJson(entered) })
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  return personWith(url, name, cookie)
}

/** How long an answer asks to wait before the same may be asked again; 0: it need not be. */
export function secondsToWait(status: number, retryAfter: string | null | undefined): number {
  return status === 429 ? Number(retryAfter ?? 0) : 0
}

function personWith(url: string, name: string, cookie: string): Person {
  return {
    name,
    at: (other) => personWith(other, name, cookie),
    get: async <T>(path: string) => (await ask(url + path, { headers: { cookie } })).json() as T,
    post: async <T>(path: string, body: unknown, key: string = randomUUID()) => {
      const { headers, body: text } = asJson(body)
      const sent = { ...headers, cookie, 'idempotency-key': key }
      return (await ask(url + path, { method: 'POST', headers: sent, body: text })).json() as T
    },
  }
}

function asJson(body: unknown): { headers: Record<string, string>; body: string } {
  return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
}

/** All journeys come from one address: whoever is told that too many do, waits and asks again. */
async function ask(address: string, init: RequestInit): Promise<Response> {
  let answer = await fetch(address, init)
  const wait = secondsToWait(answer.status, answer.headers.get('retry-after'))
  if (wait > 0) {
    await sleep(wait * 1000)
    answer = await fetch(address, init)
  }
  if (!answer.ok) throw new Error(`${answer.status} ${address}: ${await answer.text()}`)
  return answer
}
