import { defineMessages } from '@azalea/client'

export const sessionMessages = defineMessages('session', {
  zh: {
    ended:
      '这里的登录已经结束：可能是您的手机号或身份证号改了、在别处退出了，或者太久没用。请重新登录。',
    lead: '用花名册上登记的手机号登录，我们发一个验证码。',
    phoneHint: '11 位数字',
    codeTitle: '填写验证码',
    codeHint: '6 位数字',
    resend: '重新发送',
    resendIn_other: '{{count}} 秒后可以重新发送',
    demonstration: '演示村的人物',
    demonstrationLead: '点一下就以这个人的身份登录。名字都是虚构的，只在演示里有。',
    chooseTitle: '选择所在的村',
    notOnRoster: '这个手机号不在任何村的花名册上。请到村委会登记。',
  },
  en: {
    ended:
      'You were signed out here: your telephone or ID number was changed, you were signed out elsewhere, or it was long ago. Please sign in again.',
    lead: 'Use the phone number on the village roster; we send it a code.',
    phoneHint: '11 digits',
    codeTitle: 'Enter the code',
    codeHint: '6 digits',
    resend: 'Send again',
    resendIn_one: 'Send again in {{count}} second',
    resendIn_other: 'Send again in {{count}} seconds',
    demonstration: 'People of the demonstration village',
    demonstrationLead:
      'One tap signs you in as this person. All names are invented and exist only here.',
    chooseTitle: 'Choose your village',
    notOnRoster: 'This number is on no village’s roster. Please see your village committee.',
  },
})
