import type { FastifyInstance } from 'fastify'
import { command, query } from '../../../../platform/http/route.ts'
import type { SensorParts } from '../parts.ts'
import { placers } from '../policy.ts'
import {
  byId,
  nothing,
  placeSensorAnswer,
  placeSensorBody,
  publishBody,
  sensorsAnswer,
  tokenAnswer,
} from '../schema.ts'
import { placeSensor } from './place-sensor.ts'
import { publishSensor } from './publish-sensor.ts'
import { readSensors, topicOf } from './read-sensors.ts'
import { renewToken } from './renew-token.ts'
import { retireSensor } from './retire-sensor.ts'

const tag = 'sensors'

export function registerSensorRoutes(http: FastifyInstance, parts: SensorParts): void {
  query(
    http,
    {
      url: '/api/sensors',
      access: placers,
      summary: 'Sensors of the village, what was refused of them, and the broker',
      tag,
      answer: sensorsAnswer,
    },
    ({ actor, language }) => readSensors(parts, actor, language),
  )
  command(
    http,
    {
      url: '/api/sensors',
      access: placers,
      holdsSecret: true,
      summary: 'Place a sensor on a plot; its token is told once',
      tag,
      body: placeSensorBody,
      answer: placeSensorAnswer,
    },
    async ({ actor, key, body }) => {
      const placed = await placeSensor(parts, actor, key, body)
      const topic = body.speaks === 'mqtt' ? topicOf(actor.villageId, placed.code) : null
      return { ...placed, topic }
    },
  )
  command(
    http,
    {
      url: '/api/sensors/:id/token',
      access: placers,
      holdsSecret: true,
      summary: 'Give a sensor another token; the one before opens nothing any more',
      tag,
      params: byId,
      answer: tokenAnswer,
    },
    ({ actor, key, params }) => renewToken(parts, actor, key, { sensorId: params.id }),
  )
  command(
    http,
    {
      url: '/api/sensors/:id/publish',
      access: placers,
      summary: 'Let anybody read a sensor, or only its grower and the offices',
      tag,
      params: byId,
      body: publishBody,
      answer: nothing,
    },
    ({ actor, key, params, body }) =>
      publishSensor(parts, actor, key, { ...body, sensorId: params.id }),
  )
  command(
    http,
    {
      url: '/api/sensors/:id/retire',
      access: placers,
      summary: 'Take a sensor away',
      tag,
      params: byId,
      answer: nothing,
    },
    ({ actor, key, params }) => retireSensor(parts, actor, key, { sensorId: params.id }),
  )
}
