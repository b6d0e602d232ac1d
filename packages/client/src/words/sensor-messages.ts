import { defineMessages } from '../texts.ts'

/** Messages about what sensors find on one's plot. */
export const sensorMessages = defineMessages('messages-of-sensors', {
  zh: {
    'sensor.alarm': '“{{label}}”：{{state}}。',
    dry: '看看要不要浇水。',
    wet: '看看沟里的水排得出去吗。',
    frost: '怕冻的菜今晚盖一盖。',
    hot: '中午别浇水，能遮就遮一遮。',
    rainstorm: '看看地里有没有积水。',
  },
  en: {
    'sensor.alarm': '“{{label}}”: {{state}}.',
    dry: 'See whether it has to be watered.',
    wet: 'See whether the ditches are free.',
    frost: 'Cover tonight what the cold would harm.',
    hot: 'Do not water at noon; shade what you can.',
    rainstorm: 'See whether water stands on it.',
  },
})
