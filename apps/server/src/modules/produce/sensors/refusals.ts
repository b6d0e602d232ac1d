import { refusalsOf } from '../../../platform/refusal.ts'

export const refuse = refusalsOf({
  unknown_sensor: {
    kind: 'not_found',
    zh: '没有这个传感器，或者已经撤掉了。',
    en: 'There is no such sensor, or it was taken away.',
  },
  unknown_plot_of_sensor: {
    kind: 'not_found',
    zh: '没有找到这块地。',
    en: 'There is no such plot.',
  },
  too_many_sensors: {
    kind: 'conflict',
    zh: '传感器太多了，最多 {most} 个；先撤掉不用的。',
    en: 'There are too many sensors; at most {most}. Take away what is not used.',
  },
  sensor_has_no_token: {
    kind: 'conflict',
    zh: '这个传感器通过消息服务器说话，没有口令。',
    en: 'This sensor speaks by the broker and has no token.',
  },
  sensor_token_wrong: {
    kind: 'unauthenticated',
    zh: '传感器的口令不对，或者已经换掉了。',
    en: 'The token of the sensor is wrong, or was replaced.',
  },
  sensor_speaks_otherwise: {
    kind: 'conflict',
    zh: '这个传感器凭口令发送，不通过消息服务器。',
    en: 'This sensor sends with its token, not by the broker.',
  },
  too_many_readings: {
    kind: 'too_large',
    zh: '一次最多 {most} 个读数，请分几次发送。',
    en: 'Too many readings at a time; please send them in portions of at most {most}.',
  },
  sensor_message_malformed: {
    kind: 'invalid',
    zh: '看不懂这条消息。',
    en: 'This message cannot be read.',
  },
  sensor_message_too_large: {
    kind: 'too_large',
    zh: '这条消息太大了。',
    en: 'This message is too large.',
  },
  reading_not_a_number: {
    kind: 'invalid',
    zh: '读数不是数字。',
    en: 'The reading is no number.',
  },
  reading_absurd: {
    kind: 'invalid',
    zh: '读数不可能：地里测不出这样的值。',
    en: 'The reading is impossible: nothing on a field measures that.',
  },
  reading_from_future: {
    kind: 'invalid',
    zh: '读数的时间在将来，传感器的钟不对。',
    en: 'The reading is from the future: the clock of the sensor is wrong.',
  },
  reading_too_old: {
    kind: 'invalid',
    zh: '读数太旧，超过七天的不收。',
    en: 'The reading is too old: nothing older than seven days is taken.',
  },
})

export type SensorRefusalCode = Parameters<typeof refuse>[0]
