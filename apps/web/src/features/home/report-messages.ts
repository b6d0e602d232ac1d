import { defineMessages } from '../../app/i18n.ts'

export const reportMessages = defineMessages('report', {
  zh: {
    title: '我要报',
    lead: '看到占道、乱倒、破坏公物，或者觉得积分不对，可以反映。',
    howTitle: '现在怎么报',
    how1: '手机上的“我要报”还没有开通。现在请当面告诉村务监督委员会的成员，他们的名字贴在村务公开栏上。',
    how2: '说清楚：什么时间、什么地方、看到了什么。有照片就带上。',
    how3: '他们会记下来，去看一看，再当面答复您。',
    awardTitle: '觉得积分不对',
    award: '公示期内可以口头或书面提出，村里 7 个工作日内答复。',
    laterTitle: '开通以后',
    later: '实名反映，附上证据；被反映的人可以说明和申诉；没有查实之前不会公开，也不会扣分。',
    notices: '看现在的公示',
  },
  en: {
    title: 'Report',
    lead: 'Blocked paths, dumped rubbish, damage, or points that seem wrong: say so.',
    howTitle: 'How to report now',
    how1: 'Reporting on the phone is not open yet. For now, please tell a member of the village supervision committee in person; their names are on the village notice board.',
    how2: 'Say when, where and what you saw. Bring a photo if you have one.',
    how3: 'They write it down, go and look, and answer you in person.',
    awardTitle: 'If points seem wrong',
    award:
      'While they are on notice you can object, in words or in writing; the village answers within 7 working days.',
    laterTitle: 'Once it opens',
    later:
      'You report under your own name and with evidence; the other side can explain and appeal; nothing is published and no points are taken before it is established.',
    notices: 'See the current notices',
  },
})
