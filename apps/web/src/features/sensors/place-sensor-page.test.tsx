import { expect, it } from 'vitest'
import { drawForms } from '../../../test/form-at-work.tsx'
import { PlaceSensorPage } from './place-sensor-page.tsx'

const draw = drawForms()

it('asks for plot and name, sends what was chosen, and says how the sensor is to send', async () => {
  const topic = 'azalea/330109102259/k7'
  const form = await draw(<PlaceSensorPage />, {
    '/api/plots': { json: { plots: [{ plotId: 'p', label: '菜地 A-07' }] } },
    '/api/sensors': { json: { sensorId: 's', code: 'k7', topic, token: null } },
  })
  await form.until(() => form.has('option[value="p"]'))
  await form.submit()
  expect(form.text()).toContain('请选一块地。')
  expect(form.text()).toContain('请填名字。')
  await form.choose('p')
  await form.type('名字', ' 南头 ')
  await form.check()
  await form.submit()
  expect(await form.sent()).toEqual([
    {
      path: '/api/sensors',
      body: { plotId: 'p', name: '南头', kind: 'soil_moisture', speaks: 'mqtt', isPublic: true },
    },
  ])
  await form.until(() => form.text().includes(topic))
})
