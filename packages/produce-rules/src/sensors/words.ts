import type { TwoLanguages } from '../reason-words.ts'
import type { SensorKind, SensorUnit } from './reading.ts'
import { measures } from './reading.ts'
import type { SensorState } from './state.ts'

const states: { readonly [State in SensorState]: TwoLanguages } = {
  dry: { zh: '土干了', en: 'The soil is dry' },
  moist: { zh: '土的干湿正好', en: 'The soil is moist enough' },
  wet: { zh: '土太湿了', en: 'The soil is too wet' },
  frost: { zh: '可能有霜冻', en: 'There may be frost' },
  mild: { zh: '气温正常', en: 'The temperature is fine' },
  hot: { zh: '太热了', en: 'It is hot' },
  dark: { zh: '天黑', en: 'It is dark' },
  dim: { zh: '光线弱', en: 'The light is dim' },
  bright: { zh: '光照足', en: 'The light is bright' },
  no_rain: { zh: '没有下雨', en: 'No rain fell' },
  light_rain: { zh: '小雨', en: 'A little rain fell' },
  moderate_rain: { zh: '中雨', en: 'Some rain fell' },
  heavy_rain: { zh: '大雨', en: 'Heavy rain fell' },
  rainstorm: { zh: '暴雨', en: 'A rainstorm' },
}

/** What a state says of a plot, as a grower would. */
export const sensorStateWords = (state: SensorState): TwoLanguages => states[state]

const units: { readonly [Unit in SensorUnit]: TwoLanguages } = {
  percent: { zh: '%', en: '%' },
  celsius: { zh: '℃', en: '°C' },
  lux: { zh: '勒克斯', en: 'lx' },
  millimetres: { zh: '毫米', en: 'mm' },
  kilograms: { zh: '公斤', en: 'kg' },
}

export const sensorUnitWords = (kind: SensorKind): TwoLanguages => units[measures[kind].unit]
