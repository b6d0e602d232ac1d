import type { Role } from './actor.ts'

/** Sends one-time codes to telephones. A provider's adapter implements it. */
export interface SmsSender {
  /** The code that this telephone always gets, in a demonstration; null: a random one is made. */
  fixedCodeOf(phone: string): string | null
  /** @throws Error when the message could not be handed over */
  sendSignInCode(phone: string, code: string): Promise<void>
}

/** For development: the code appears on the console. */
export function consoleSmsSender(print: (line: string) => void): SmsSender {
  return {
    fixedCodeOf: () => null,
    sendSignInCode: async (phone, code) => print(`Sign-in code for ${phone}: ${code}`),
  }
}

/** One of the people as whom a visitor may look around the demonstration. */
export interface DemonstrationSignIn {
  readonly role: Role
  readonly name: string
  readonly phone: string
  readonly code: string
}

/**
 * For the demonstration: the listed telephones get their listed codes and no message; every other
 * telephone goes to `next`. Made only while the demonstration is on.
 */
export function demonstrationSmsSender(
  signIns: readonly Pick<DemonstrationSignIn, 'phone' | 'code'>[],
  next: SmsSender,
): SmsSender {
  const codes = new Map(signIns.map(({ phone, code }) => [phone, code]))
  return {
    fixedCodeOf: (phone) => codes.get(phone) ?? next.fixedCodeOf(phone),
    sendSignInCode: async (phone, code) => {
      if (!codes.has(phone)) await next.sendSignInCode(phone, code)
    },
  }
}
