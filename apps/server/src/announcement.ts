import type { Server } from './compose.ts'
import type { DemonstrationSignIn } from './platform/sms.ts'

/** What the console says once everything is served: in one piece, since others wait for its address. */
export async function announcement({
  http,
  publicUrl,
  demonstrationSignIns: signIns,
  setupToken,
}: Server): Promise<string> {
  const { needed } = (await http.inject('/api/setup')).json<{ needed: boolean }>()
  const lines = [
    `\nAzalea serves at ${publicUrl}`,
    ...(signIns ? signInLines(signIns) : []),
    ...(needed && setupToken
      ? [`Open it to found your village. The set-up code is ${setupToken}`]
      : []),
  ]
  return lines.join('\n')
}

function signInLines(signIns: readonly DemonstrationSignIn[]): string[] {
  const lines = signIns.map(
    ({ role, name, phone, code }) => `  ${phone}  code ${code}  ${name} (${role})`,
  )
  return ['Demonstration sign-ins:', ...lines]
}
