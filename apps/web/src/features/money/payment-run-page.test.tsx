import { expect, it } from 'vitest'
import { drawForms, refused } from '../../../test/form-at-work.tsx'
import { PaymentRunPage } from './payment-run-page.tsx'
import { Route } from 'wouter'

const draw = drawForms()
const line = (no: number, part: object) => ({
  no,
  payeeName: `户${no}`,
  place: `第1组 ${no} 号`,
  reason: '年终分配',
  amountFen: 12_345,
  state: 'pending',
  failure: null,
  isOwn: false,
  ...part,
})
const run = (part: object, lines: readonly object[]) => ({
  '/api/payment-runs/r': {
    json: {
      runId: 'r',
      title: '年终分配',
      means: 'cash',
      paymentCount: 3,
      paidCount: 0,
      failedCount: 0,
      correctsRunId: null,
      isCorrected: false,
      nextCursor: null,
      lines,
      ...part,
    },
  },
})
const page = (
  <Route path="/workbench/money/payments/:id">
    <PaymentRunPage />
  </Route>
)
const address = '/workbench/money/payments/r'

it('signs what was ticked, never what is of the own household or paid already', async () => {
  const lines = [line(1, {}), line(2, { isOwn: true }), line(3, {}), line(4, { state: 'paid' })]
  const path = '/api/payment-runs/r/sign'
  const answers = { ...run({}, lines), [path]: refused('payment_over', '已经付过了。') }
  const form = await draw(page, answers, address)
  await form.until(() => form.text().includes('自己家，由别人登记'))
  await form.submit()
  await form.check()
  await form.check()
  await form.submit()
  expect(await form.sent()).toEqual([{ path, body: { nos: [1, 3] } }])
  await form.until(() => form.text().includes('已经付过了。'))
})

it('asks for a file before an answer of the bank is read, and pays failures anew in one way', async () => {
  const failed = [line(1, { state: 'failed', failure: '户名不符' })]
  const answers = run({ means: 'bank', failedCount: 1 }, failed)
  const form = await draw(page, answers, address)
  await form.until(() => form.text().includes('改发现金'))
  await form.submit()
  await form.until(() => form.text().includes('请填写。'))
  await form.press('改发现金')
  expect(await form.sent()).toEqual([
    { path: '/api/payment-runs/r/repeat', body: { means: 'cash' } },
  ])
})
