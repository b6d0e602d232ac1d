import { defineMessages } from '../texts.ts'

/** Messages about what sensors find on one's plot. */
export const sensorMessages = defineMessages('messages-of-sensors', {
  zh: {
    alarm_dry: '“{{label}}”的土干了，看看要不要浇水。',
    alarm_wet: '“{{label}}”的土太湿了，看看沟里的水排得出去吗。',
    alarm_frost: '“{{label}}”可能有霜冻，怕冻的菜今晚盖一盖。',
    alarm_hot: '“{{label}}”太热了，中午别浇水，能遮就遮一遮。',
    alarm_rainstorm: '“{{label}}”下了暴雨，看看地里有没有积水。',
  },
  en: {
    alarm_dry: 'The soil of “{{label}}” is dry: see whether it has to be watered.',
    alarm_wet: 'The soil of “{{label}}” is too wet: see whether its ditches are free.',
    alarm_frost: 'There may be frost on “{{label}}”: cover tonight what the cold would harm.',
    alarm_hot: 'It is hot on “{{label}}”: do not water at noon, and shade what you can.',
    alarm_rainstorm: 'There was a rainstorm on “{{label}}”: see whether water stands there.',
  },
})
