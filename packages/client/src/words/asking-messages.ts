import { defineMessages } from '../texts.ts'

/** While the server is asked, and when it does not answer as it should. */
export const askingMessages = defineMessages('asking', {
  zh: {
    retry: '再试一次',
    loading: '正在读取',
    errorNetwork: '现在连不上网。您写的都还在，网好了再试。',
    errorServer: '服务器出了点问题，不是您的错。过一会儿再试。',
    errorUnknown: '出了点问题，请再试一次。',
  },
  en: {
    retry: 'Try again',
    loading: 'Loading',
    errorNetwork: 'No network just now. What you wrote is kept; try again when it is back.',
    errorServer: 'Something went wrong at our end, not yours. Try again in a while.',
    errorUnknown: 'Something went wrong. Please try again.',
  },
})
