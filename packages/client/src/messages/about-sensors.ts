import { translator } from '../texts.ts'
import { sensorMessages } from '../words/sensor-messages.ts'
import { text } from './params.ts'
import { at, type Message, type MessageContext, type MessageText } from './message-context.ts'

/** Messages about what sensors find on one's plot. */
export const sensorMessageKinds = ['sensor.alarm'] as const

const causes = {
  dry: 'alarm_dry',
  wet: 'alarm_wet',
  frost: 'alarm_frost',
  hot: 'alarm_hot',
  rainstorm: 'alarm_rainstorm',
} as const

export function aboutSensors(params: Message['params'], { language }: MessageContext): MessageText {
  const t = translator(sensorMessages, language)
  const alarm = Object.entries(causes).find(([cause]) => cause === params['cause'])?.[1]
  return {
    text: t(alarm ?? 'alarm_dry', { label: text(params['label']) }),
    words: null,
    about: at('plot_sensors', text(params['plotId'])),
  }
}
