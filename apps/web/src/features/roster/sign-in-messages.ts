import { defineMessages } from '@azalea/client'

export const rosterSignInMessages = defineMessages('rosterSignIn', {
  zh: {
    propose: '改手机、证件',
    proposeLabel: '改手机、证件：{{name}}',
    proposeTitle: '改{{name}}的手机号或身份证号',
    proposeLead:
      '本人还收得到旧号码的短信，就请他自己在“我的 → 登录号码”里改。收不到的，由您提出，另一户的村委成员或管理员确认后才改；改了会给本人发消息，村里有监委会成员的也发给他们。',
    newPhone: '新手机号',
    newPhoneHint: '不改就空着。',
    noPhone: '没有手机了，以后不能登录',
    newIdentity: '身份证号',
    newIdentityHint: '不改就空着。存的是后四位和一个认得出、读不出的记号。',
    takesNumber: '这个号码原来是别人的，现在转给他用',
    takesNumberHint: '勾了，原来登记的人就不能再用它登录。',
    why: '为什么改',
    whyHint: '比如：手机丢了，本人带身份证到村委会办的。',
    whyMissing: '请写明为什么改。',
    nothingEntered: '请填新手机号或身份证号。',
    send: '提出改动',
    waitsPhone: '新手机号还没有生效：要由另一户的村委成员或管理员确认，到{{at}}没人确认就作废。',
    waitsIdentity:
      '新身份证号还没有生效：要由另一户的村委成员或管理员确认，到{{at}}没人确认就作废。',
    waitsBoth:
      '新手机号、身份证号还没有生效：要由另一户的村委成员或管理员确认，到{{at}}没人确认就作废。',
    seeWaiting: '看等确认的改动',
    proposed: '提出了，等另一户的村委成员或管理员确认。',
    cancel: '先不办',
  },
  en: {
    propose: 'Telephone, ID',
    proposeLabel: 'Change the telephone or ID of {{name}}',
    proposeTitle: 'Change the telephone or ID number of {{name}}',
    proposeLead:
      'Whoever still gets messages on the old number changes it themselves under “Mine → Sign-in number”. For somebody who does not, you propose it and a committee member or the operator of another household confirms; the person then gets a message, and so do the supervisors where the village has them.',
    newPhone: 'New mobile number',
    newPhoneHint: 'Leave it empty to keep the number.',
    noPhone: 'Has no telephone any more and cannot sign in',
    newIdentity: 'ID number',
    newIdentityHint:
      'Leave it empty to keep it. Only the last four and a mark that cannot be read back are kept.',
    takesNumber: 'The number was somebody else’s and has passed on to this person',
    takesNumberHint: 'Whoever is registered with it can no longer sign in with it.',
    why: 'Why',
    whyHint: 'For example: lost the phone; came to the office with the ID card.',
    whyMissing: 'Please write why.',
    nothingEntered: 'Enter a new telephone or ID number.',
    send: 'Propose it',
    waitsPhone:
      'The new telephone does not count yet: a committee member or the operator of another household has to confirm it by {{at}}, or it lapses.',
    waitsIdentity:
      'The new ID number does not count yet: a committee member or the operator of another household has to confirm it by {{at}}, or it lapses.',
    waitsBoth:
      'The new telephone and ID number do not count yet: a committee member or the operator of another household has to confirm them by {{at}}, or they lapse.',
    seeWaiting: 'See what waits',
    proposed:
      'Proposed. A committee member or the operator of another household has to confirm it.',
    cancel: 'Not now',
  },
})
