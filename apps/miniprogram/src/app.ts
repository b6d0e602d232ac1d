import { keepSending, restSending, shareStart } from './core/index.ts'

App({
  onLaunch() {
    shareStart()
  },
  /** Each time it comes to the front. */
  onShow() {
    keepSending()
  },
  onHide() {
    restSending()
  },
})
