import { defineMessages } from './texts.ts'

export const stageMessages = defineMessages('pointStages', {
  zh: {
    fromTo: '从 {{before}} 到 {{after}}',
    stage_base: '基本分',
    stage_circumstances: '特别情形',
    stage_leader_score: '负责人评分',
    stage_spot_check: '镇里抽查',
    stage_passers_by: '路过的人评星',
    stage_upheld_reports: '属实的反映',
    stage_repeat: '重复发生',
    stage_only_highest: '只计最高一项',
    stage_cap: '封顶',
    stage_rounding: '取整',
    unchanged: '不变',
    points: '{{points}} 分',
  },
  en: {
    fromTo: 'from {{before}} to {{after}}',
    stage_base: 'Base points',
    stage_circumstances: 'Circumstances',
    stage_leader_score: 'Leader’s score',
    stage_spot_check: 'Town’s spot check',
    stage_passers_by: 'Stars of passers-by',
    stage_upheld_reports: 'Upheld reports',
    stage_repeat: 'Repeated',
    stage_only_highest: 'Only the highest counts',
    stage_cap: 'Caps',
    stage_rounding: 'Rounding',
    unchanged: 'no change',
    points: '{{points}} points',
  },
})
