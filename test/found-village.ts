import { signInOverHttp, type Person } from './person.ts'
import type { ServedVillage } from './served-village.ts'

/** People of the village that the tests found; every name and number is invented. */
export const founders = {
  operator: { name: '沈会计', phone: '13900000001' },
  member: { name: '陈主任', phone: '13900000002' },
} as const

/** The code that the server printed for whoever sets it up. */
export function setupTokenOf(village: ServedVillage): string {
  const [, token] = /The set-up code is (\S+)/.exec(village.output()) ?? []
  if (token === undefined) throw new Error(`no set-up code was printed: ${village.output()}`)
  return token
}

/** The last code that the server printed for a telephone. */
export function lastCodeOf(village: ServedVillage, phone: string): string {
  const lines = [...village.output().matchAll(/Sign-in code for (\S+): (\d{6})/g)]
  const code = lines.findLast(([, of]) => of === phone)?.[2]
  if (code === undefined) throw new Error(`no code was printed for ${phone}`)
  return code
}

/** Founds a village over HTTP and signs its committee member in. */
export async function foundVillage(village: ServedVillage): Promise<Person> {
  const answer = await fetch(`${village.url}/api/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': 'found-the-village' },
    body: JSON.stringify({
      setupToken: setupTokenOf(village),
      villageId: '330109102259',
      operator: founders.operator,
      committee: [founders.member],
      optInText: '我户自愿加入本村积分管理，随时可以退出。',
    }),
  })
  if (!answer.ok) throw new Error(`the village could not be founded: ${await answer.text()}`)
  return signInWithPrintedCode(village, founders.member)
}

/** Asks for a code and reads it where the server prints it. */
async function signInWithPrintedCode(
  village: ServedVillage,
  { name, phone }: { readonly name: string; readonly phone: string },
): Promise<Person> {
  return signInOverHttp(village.url, { name, phone, code: () => lastCodeOf(village, phone) })
}
