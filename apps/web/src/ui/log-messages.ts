import { defineMessages } from '@azalea/client'

/** Who watches the village's log, in words. */
export const logWordMessages = defineMessages('log-words', {
  zh: {
    witness_village_committee: '村委会的见证机',
    witness_agriculture_office: '镇农业办的见证机',
  },
  en: {
    witness_village_committee: 'the village committee’s witness',
    witness_agriculture_office: 'the agriculture office’s witness',
  },
})
