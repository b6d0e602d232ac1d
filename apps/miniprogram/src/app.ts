import { shareStart } from './core/index.ts'

App({
  onLaunch() {
    shareStart()
  },
})
