import { expect, it, vi } from 'vitest'
import { drawForms } from '../../../test/form-at-work.tsx'
import { outbox } from '../../app/outbox.ts'
import type { OwnTask } from './plan.ts'
import { DueTask } from './task-rows.tsx'

const draw = drawForms()
const task: OwnTask = {
  taskId: 't',
  plantingId: 'p',
  plotId: 'q',
  plotLabel: 'A-17',
  groupNo: null,
  cropName: '白菜',
  isFlock: false,
  kind: 'weed',
  dueFrom: '2026-09-01',
  dueTo: '2026-09-07',
  state: 'late',
  isDue: true,
  needsPhoto: false,
  end: null,
}
const given = (state: 'done' | 'waiting') => {
  const answer = { state } as Awaited<ReturnType<typeof outbox.give>>
  return vi.spyOn(outbox, 'give').mockResolvedValue(answer)
}

it('sends what is done, and says when it waits for a network', async () => {
  const give = given('waiting')
  const form = await draw(<DueTask task={task} />, {})
  expect(form.text()).toContain('A-17：除草')
  expect(form.text()).toContain('晚了')
  await form.press('做完了')
  await form.submit()
  await form.until(() => form.text().includes('没有网络，已存在手机里'))
  expect(give.mock.lastCall?.[0]).toMatchObject({
    kind: 'task-done',
    params: { id: 't' },
    label: 'A-17：除草',
    body: { photoFileId: null },
  })
})

it('gives a task up only with a reason', async () => {
  const give = given('done')
  give.mockClear()
  const form = await draw(<DueTask task={{ ...task, isFlock: true, kind: 'sow' }} />, {})
  expect(form.text()).toContain('A-17：放养')
  await form.press('做不了')
  await form.submit()
  expect(give).not.toHaveBeenCalled()
  await form.choose('pests')
  await form.submit()
  await form.until(() => form.text().includes('记好了'))
  expect(give.mock.lastCall?.[0]).toMatchObject({
    kind: 'task-given-up',
    body: { because: 'pests' },
  })
})

it('asks for the photo that the crop wants before it sends', async () => {
  const give = given('done')
  give.mockClear()
  const form = await draw(<DueTask task={{ ...task, needsPhoto: true }} />, {})
  await form.press('做完了')
  await form.submit()
  await form.until(() => form.text().includes('这件活要拍一张照片。'))
  expect(give).not.toHaveBeenCalled()
})
