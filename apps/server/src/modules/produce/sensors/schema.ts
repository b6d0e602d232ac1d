import { alarmCauses, sensorKinds } from '@azalea/produce-rules'
import { z } from 'zod'
import { line } from '../../../platform/http/text.ts'
import { spans } from './readings/read-plot-sensors.ts'
import { outsideKeyPattern } from '../../record/index.ts'

const uuid = z.uuid()
const instant = z.iso.datetime()
const villageId = z.string().regex(/^\d{12}$/)

export const byId = z.object({ id: uuid })
export const publicPlot = z.object({ villageId, id: uuid })
export const nothing = z.object({})
export const spanQuery = z.object({ span: z.enum(spans).default('day') })

const states = [
  'dry',
  'moist',
  'wet',
  'frost',
  'mild',
  'hot',
  'dark',
  'dim',
  'bright',
  'no_rain',
  'light_rain',
  'moderate_rain',
  'heavy_rain',
  'rainstorm',
] as const

const sensorView = z.object({
  sensorId: uuid,
  name: z.string(),
  kind: z.enum(sensorKinds),
  isPublic: z.boolean(),
  lastAt: instant.nullable(),
  isSilent: z.boolean(),
  thousandths: z
    .int()
    .nullable()
    .meta({ description: 'Of the kind’s unit: the mean of late, of rain what fell in a day' }),
  state: z.enum(states).nullable(),
  alarm: z.enum(alarmCauses).nullable(),
})

export const plotSensorsAnswer = z.object({
  plotId: uuid,
  label: z.string(),
  crop: z.string().nullable(),
  by: z.enum(['hour', 'day']),
  sensors: z.array(
    sensorView
      .extend({
        points: z.array(
          z.object({
            at: instant,
            readings: z.int(),
            value: z.int().nullable().meta({ description: 'Null: nothing was heard' }),
            least: z.int().nullable(),
            most: z.int().nullable(),
          }),
        ),
      })
      .meta({ id: 'PlotSensor' }),
  ),
  alarms: z.array(
    z.object({
      alarmId: uuid,
      sensorId: uuid,
      cause: z.enum(alarmCauses),
      begunAt: instant,
      endedAt: instant.nullable(),
    }),
  ),
})

export const sensorsAnswer = z.object({
  broker: z
    .object({
      isConnected: z.boolean(),
      since: instant,
      problem: z.string().nullable(),
      strays: z.int(),
    })
    .nullable()
    .meta({ description: 'Null: none was set' }),
  items: z.array(
    sensorView
      .extend({
        plotId: uuid,
        plotLabel: z.string(),
        code: z.string(),
        speaks: z.enum(['mqtt', 'http']),
        topic: z.string().nullable(),
        refused: z
          .object({ count: z.int(), at: instant.nullable(), sentence: z.string() })
          .nullable(),
      })
      .meta({ id: 'Sensor' }),
  ),
  strays: z
    .array(z.object({ count: z.int(), lastTopic: z.string(), sentence: z.string() }))
    .meta({ description: 'What came for no sensor of the village in the last days' }),
})

export const placeSensorBody = z.object({
  plotId: uuid,
  name: line(40),
  kind: z.enum(sensorKinds),
  speaks: z.enum(['mqtt', 'http']),
  isPublic: z.boolean(),
})
export const placeSensorAnswer = z.object({
  sensorId: uuid,
  code: z.string(),
  topic: z.string().nullable(),
  token: z.string().nullable().meta({ description: 'Told this once' }),
})
export const tokenAnswer = z.object({ token: z.string() })
export const publishBody = z.object({ isPublic: z.boolean() })

export const postReadingsBody = z.object({
  sensors: z
    .array(
      z.object({
        token: z.string().regex(outsideKeyPattern),
        readings: z
          .array(
            z.object({
              value: z.number(),
              at: z.iso
                .datetime({ offset: true })
                .transform((text) => new Date(text))
                .optional()
                .meta({ description: 'When it was measured; absent: now' }),
            }),
          )
          .min(1)
          .max(1_500),
      }),
    )
    .min(1)
    .max(500),
})
export const postReadingsAnswer = z.object({
  kept: z.int(),
  repeated: z.int().meta({ description: 'They were there already' }),
  refused: z.array(
    z.object({ sensor: z.string(), index: z.int(), code: z.string(), sentence: z.string() }),
  ),
})
