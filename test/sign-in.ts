import type { Page } from 'playwright-core'
import { look } from './phone.ts'
import type { SignIn } from './person.ts'

/** Types the telephone number and the code, as somebody who opens the app for the first time. */
export async function signIn(
  page: Page,
  { phone, code, name }: SignIn,
  journey?: string,
): Promise<void> {
  await page.goto('/#/sign-in')
  await page.getByLabel('手机号').fill(phone)
  if (journey) await look(page, journey, '01-sign-in')
  await page.getByRole('button', { name: '发送验证码' }).click()
  await page.getByLabel('验证码', { exact: true }).fill(code)
  if (journey) await look(page, journey, '02-code')
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: name }).waitFor()
}
