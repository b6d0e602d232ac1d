import { refusalsOf } from '../../../platform/refusal.ts'

export const refuse = refusalsOf({
  replay_too_large: {
    kind: 'too_large',
    zh: '要重算的事迹超过{most}条，试算不了。请选短一些的时间，或者去掉草案里“累计”的封顶。',
    en: 'More than {most} deeds would have to be judged again. Choose a shorter time, or a draft without caps over a lifetime.',
  },
  replay_busy: {
    kind: 'unavailable',
    zh: '正在给别人试算，请过一分钟再来。',
    en: 'Others are trying out drafts right now; please come back in a minute.',
  },
})
