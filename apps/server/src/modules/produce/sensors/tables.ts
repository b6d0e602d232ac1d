import type { AlarmCause, SensorKind } from '@azalea/produce-rules'

export type Speaks = 'mqtt' | 'http'

export type SensorTables = {
  sensor: {
    village_id: string
    sensor_id: string
    plot_id: string
    code: string
    name: string
    kind: SensorKind
    speaks: Speaks
    token_no: number
    is_public: boolean
    placed_by: string
    placed_at: Date
    retired_at: Date | null
  }
  sensor_state: {
    village_id: string
    sensor_id: string
    last_at: Date | null
    last_thousandths: number | null
    refused: number
    refused_code: string | null
    refused_at: Date | null
  }
  sensor_reading: {
    village_id: string
    at: Date
    sensor_id: string
    thousandths: number
  }
  sensor_hour: {
    village_id: string
    sensor_id: string
    hour: Date
    readings: number
    least: number
    most: number
    sum: number
  }
  sensor_alarm: {
    village_id: string
    alarm_id: string
    sensor_id: string
    cause: AlarmCause
    thousandths: number
    begun_at: Date
    told_at: Date | null
    ended_at: Date | null
  }
  sensor_stray: {
    village_id: string
    day: string
    code: string
    count: number
    last_topic: string
  }
}
