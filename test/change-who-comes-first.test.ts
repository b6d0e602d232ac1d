import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { launchBrowser } from './browser.ts'
import { peopleOf } from './person.ts'
import { look, openPhone } from './phone.ts'
import { signIn } from './sign-in.ts'
import { step } from './step.ts'

const JOURNEY = 'change-who-comes-first'
const RULE = '得过四十公斤的折半'
const IN_FORCE = '荣誉分高的在前'
const url = inject('villageUrl')

let browser: Browser
let drafter: Page
let other: Page

beforeAll(async () => {
  browser = await launchBrowser()
  drafter = await phoneOfMember(0)
  other = await phoneOfMember(1)
})

afterAll(async () => {
  await browser.close()
})

async function phoneOfMember(index: number): Promise<Page> {
  const { page } = await openPhone(browser, url)
  const member = (await peopleOf(url, 'committee', index + 1))[index]
  if (member === undefined) throw new Error('the demonstration lists too few of the committee')
  await signIn(page, member)
  return page
}

it(
  'the committee changes by which rule the village comes first',
  { timeout: 240_000 },
  async () => {
    await step('one of it drafts a rule that lets those who had something wait', async () => {
      await drafter.goto('/#/workbench/order-rules')
      await drafter.getByLabel('名称', { exact: true }).fill(RULE)
      await drafter
        .getByLabel('谁在前', { exact: true })
        .selectOption({ label: '荣誉分高的在前，得过的往后让' })
      await drafter.getByLabel('得满多少，荣誉分折半').fill('40')
      await drafter.getByLabel('按什么数').selectOption({ label: '公斤' })
      await look(drafter, JOURNEY, '01-draft')
      await drafter.getByRole('button', { name: '拟好了' }).click()
      await drafter.getByText('拟好了。开会表决以后，由别的户的委员登记通过。').waitFor()
      const drafted = drafter.getByRole('region', { name: RULE })
      await drafted.getByText('得满 40 公斤，折半。').waitFor()
    })

    await step(
      'sees beside the rule in force who would have got how much of the past year’s',
      async () => {
        await drafter.getByRole('link', { name: '换个规则会怎样' }).click()
        await drafter.getByRole('checkbox', { name: IN_FORCE, exact: true }).check()
        await drafter.getByRole('checkbox', { name: RULE }).check()
        await drafter.getByRole('button', { name: '比一比' }).click()
        await drafter.getByText(/^[1-9]\d* 次机会，\d+ 份申请，\d+ 户/).waitFor({ timeout: 30_000 })
        const measures = drafter.getByRole('table', { name: '各规则比下来' })
        await measures.getByText(RULE).waitFor()
        await drafter.getByRole('table', { name: '哪些户差得最多' }).waitFor()
        expect(new URL(drafter.url()).hash).toContain('rules=')
        await look(drafter, JOURNEY, '02-what-if')
      },
    )

    await step('another of it enters the vote of the assembly', async () => {
      await other.goto('/#/workbench/order-rules')
      const rule = other.getByRole('region', { name: RULE })
      await rule.getByText('登记表决通过').click()
      const today = new Date().toLocaleDateString('sv', { timeZone: 'Asia/Shanghai' })
      await rule.getByLabel('会议日期').fill(today)
      expect(await rule.getByRole('radio', { checked: true }).count()).toBe(0)
      await rule.getByRole('radio', { name: '村民会议' }).check()
      for (const [name, people] of [
        ['应到', '300'],
        ['到会', '180'],
        ['赞成', '150'],
        ['反对', '20'],
      ] as const)
        await rule.getByLabel(name, { exact: true }).fill(people)
      await rule.getByText('到会人数够，赞成过了到会的半数，表决有效。').waitFor()
      await look(other, JOURNEY, '03-vote')
      await rule.getByRole('button', { name: '登记通过' }).click()
      await rule.getByText(/表决通过：到会 180，赞成 150/).waitFor()
      await look(other, JOURNEY, '04-adopted')
    })

    await step('and offers something by it from now on', async () => {
      await drafter.reload()
      await drafter.goto('/#/workbench/offers/new')
      await drafter.getByLabel('排队规则').selectOption({ label: RULE })
      await look(drafter, JOURNEY, '05-in-force')
    })
  },
)
