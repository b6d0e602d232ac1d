import type { Page } from 'playwright-core'
import { look } from './phone.ts'
import { secondsToWait, type SignIn } from './person.ts'

/** Types the telephone number and the code, maybe one that has yet to be sent, as somebody who opens the app for the first time. */
export async function signIn(
  page: Page,
  {
    phone,
    code,
    name,
  }: Pick<SignIn, 'phone' | 'name'> & { readonly code: string | (() => string) },
  journey?: string,
): Promise<void> {
  await page.goto('/#/sign-in')
  await page.getByLabel('手机号').fill(phone)
  if (journey) await look(page, journey, '01-sign-in')
  await press(page, '发送验证码', '/api/sign-in/code')
  await page.getByLabel('验证码', { exact: true }).fill(typeof code === 'string' ? code : code())
  if (journey) await look(page, journey, '02-code')
  await press(page, '登录', '/api/sign-in')
  await page.getByRole('heading', { level: 1, name: name }).waitFor()
}

/** Presses a button, and again after the time that the answer asks for, where too many came at once. */
async function press(page: Page, name: string, path: string): Promise<void> {
  const button = page.getByRole('button', { name, exact: true })
  const asked = page.waitForResponse((answer) => new URL(answer.url()).pathname === path)
  await button.click()
  const answer = await asked
  const wait = secondsToWait(answer.status(), answer.headers()['retry-after'])
  if (wait === 0) return
  await page.waitForTimeout(wait * 1000)
  await button.click()
}
