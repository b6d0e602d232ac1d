import { defineMessages } from '../texts.ts'

/** How much waits on this device, on every page. */
export const unsentMessages = defineMessages('unsent', {
  zh: {
    waiting_other: '有 {{count}} 件事等着发送',
    refused_other: '有 {{count}} 件事没有办成',
    see: '看一看',
  },
  en: {
    waiting_one: '{{count}} thing waits to be sent',
    waiting_other: '{{count}} things wait to be sent',
    refused_one: '{{count}} thing was not accepted',
    refused_other: '{{count}} things were not accepted',
    see: 'Look',
  },
})
