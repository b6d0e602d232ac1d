import type { FastifyInstance } from 'fastify'
import { command, query } from '../../../../platform/http/route.ts'
import type { SensorParts } from '../parts.ts'
import { sensorReaders } from '../policy.ts'
import {
  byId,
  plotSensorsAnswer,
  postReadingsAnswer,
  postReadingsBody,
  publicPlot,
  spanQuery,
} from '../schema.ts'
import { readPlotSensors, readPublicPlotSensors } from './read-plot-sensors.ts'
import { takePosted } from './take-posted.ts'

const tag = 'sensors'
/** Five thousand readings with their times. */
const MOST_BYTES = 512 * 1024
/** A gateway sends once a minute; some stand behind one address. */
const POSTS_A_MINUTE = 120

export function registerReadingRoutes(http: FastifyInstance, parts: SensorParts): void {
  query(
    http,
    {
      url: '/api/plots/:id/sensors',
      access: sensorReaders,
      summary: 'What the sensors of a plot say, by hour or by day',
      tag,
      params: byId,
      query: spanQuery,
      answer: plotSensorsAnswer,
    },
    ({ actor, params, query: { span } }) => readPlotSensors(parts, actor, params.id, span),
  )
  query(
    http,
    {
      url: '/api/villages/:villageId/plots/:id/sensors',
      access: 'public',
      summary: 'What the village publishes of it',
      tag,
      params: publicPlot,
      query: spanQuery,
      answer: plotSensorsAnswer,
    },
    ({ params, query: { span } }) =>
      readPublicPlotSensors(parts, params.villageId, params.id, span),
  )
  command(
    http,
    {
      url: '/api/sensor-readings',
      access: 'public',
      perMinute: POSTS_A_MINUTE,
      summary: 'Post readings of sensors, each with its token; sent again they count once',
      tag,
      body: postReadingsBody,
      bodyLimitBytes: MOST_BYTES,
      answer: postReadingsAnswer,
    },
    ({ body, language }) => takePosted(parts, body.sensors, language),
  )
}
