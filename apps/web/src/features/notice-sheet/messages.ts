import { defineMessages } from '@azalea/client'

/** Around the sheet; its own words are `noticeSheetWords`, one list with the PDF. */
export const noticeSheetMessages = defineMessages('noticeSheet', {
  zh: {
    tools: '公示单',
    hint: 'A4 纸，印好签字盖章，贴在公开栏上。',
    print: '打印',
    pdf: '下载 PDF',
  },
  en: {
    tools: 'Notice sheet',
    hint: 'A4: print it, have it signed and sealed, and hang it up.',
    print: 'Print',
    pdf: 'Download the PDF',
  },
})
