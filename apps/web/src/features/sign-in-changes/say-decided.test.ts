import { describe, expect, it } from 'vitest'
import { translator } from '@azalea/client'
import { signInChangeMessages } from './messages.ts'
import { sayDecided } from './say-decided.ts'

const said = (
  decision: 'confirmed' | 'declined',
  told: { decided: number; withoutPhone: number; supervisorsTold: number },
) => sayDecided(translator(signInChangeMessages, 'zh'), decision, told)

describe('what is said after a decision on sign-ins', () => {
  it('names the supervisors only where somebody is one', () => {
    const told = { decided: 1, withoutPhone: 0 }
    expect(said('confirmed', { ...told, supervisorsTold: 0 })).toContain('还没有监委会成员')
    expect(said('confirmed', { ...told, supervisorsTold: 0 })).not.toContain('监委会也收到')
    expect(said('confirmed', { ...told, supervisorsTold: 2 })).toContain('监委会也收到了消息')
    expect(said('declined', { ...told, supervisorsTold: 0 })).not.toContain('监委会')
  })

  it('says that nobody without a telephone has read it', () => {
    const none = said('confirmed', { decided: 1, withoutPhone: 1, supervisorsTold: 1 })
    expect(none).toContain('没有登记手机号，看不到消息')
    expect(none).not.toContain('已给本人发了消息')
    expect(said('confirmed', { decided: 3, withoutPhone: 1, supervisorsTold: 1 })).toContain(
      '其中 1 人没有登记手机号',
    )
  })
})
