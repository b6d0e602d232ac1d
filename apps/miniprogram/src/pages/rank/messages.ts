import { defineMessages } from '@azalea/client'

export const rankMessages = defineMessages('rank', {
  zh: { title: '我的名次', chosen: '✓ {{what}}' },
  en: { title: 'My rank', chosen: '✓ {{what}}' },
})
