import { alarmCauses, sensorStateWords } from '@azalea/produce-rules'
import { translator } from '../texts.ts'
import { sensorMessages } from '../words/sensor-messages.ts'
import { text } from './params.ts'
import { at, type Message, type MessageContext, type MessageText } from './message-context.ts'

/** Messages about what sensors find on one's plot. */
export const sensorMessageKinds = ['sensor.alarm'] as const

export function aboutSensors(
  kind: (typeof sensorMessageKinds)[number],
  params: Message['params'],
  { language }: MessageContext,
): MessageText {
  const t = translator(sensorMessages, language)
  const cause = alarmCauses.find((one) => one === params['cause']) ?? 'dry'
  const state = sensorStateWords(cause)[language]
  const said = t(kind, {
    label: text(params['label']),
    state: language === 'en' ? state.charAt(0).toLowerCase() + state.slice(1) : state,
  })
  const advice = language === 'en' ? ` ${t(cause)}` : t(cause)
  return { text: said + advice, words: null, about: at('plot_sensors', text(params['plotId'])) }
}
