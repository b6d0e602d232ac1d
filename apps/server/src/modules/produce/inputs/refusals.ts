import { refusalsOf } from '../../../platform/refusal.ts'

const lists = {
  unknown_approved_list: {
    kind: 'not_found',
    zh: '没有找到这份清单。',
    en: 'There is no such list of approved products.',
  },
  approved_list_decided: {
    kind: 'conflict',
    zh: '这份清单已经公布或撤掉了。',
    en: 'This list has been published or dropped already.',
  },
  list_file_unreadable: {
    kind: 'invalid',
    zh: '这个文件不是 Excel 表格（.xlsx），请按模板填写后再上传。',
    en: 'This file is no Excel workbook (.xlsx); fill in the template and upload that.',
  },
} as const

const applications = {
  unknown_plot_of_inputs: {
    kind: 'not_found',
    zh: '没有这块地。',
    en: 'There is no such plot.',
  },
  not_the_grower: {
    kind: 'forbidden',
    zh: '您现在没有种这块地。',
    en: 'You do not grow on this plot now.',
  },
  application_not_possible: {
    kind: 'conflict',
    zh: '现在不能用：{reasons}。',
    en: 'This cannot be used now: {reasonsEn}.',
  },
  unknown_application: {
    kind: 'not_found',
    zh: '没有找到这次用药用肥申请。',
    en: 'Nobody asked for this.',
  },
  application_decided: {
    kind: 'conflict',
    zh: '这次申请已经处理过了。',
    en: 'This has been answered already.',
  },
  own_household_application: {
    kind: 'forbidden',
    zh: '这是您家的地，要请别的户的技术员来看。',
    en: 'This plot is your own household’s; a technician of another household has to see to it.',
  },
  check_photo_not_yours: {
    kind: 'forbidden',
    zh: '这张照片不是您上传的。',
    en: 'This photo was uploaded by somebody else.',
  },
} as const

const harvests = {
  harvest_too_early: {
    kind: 'conflict',
    zh: '安全间隔期还没有过：{again}采收。',
    en: 'The interval before a harvest has not passed: {againEn}.',
  },
  harvest_held: {
    kind: 'conflict',
    zh: '这块地的农残检测没有通过，复检合格以前不能采收。',
    en: 'This plot failed its residue test; nothing of it is harvested before a later test is passed.',
  },
  harvest_day_wrong: {
    kind: 'invalid',
    zh: '采收日要在今天到三十天以内。',
    en: 'A harvest is declared for today or one of the next thirty days.',
  },
  harvest_declared: {
    kind: 'conflict',
    zh: '这一天的这种作物已经登记过了。',
    en: 'The harvest of this crop on this day has been declared already.',
  },
} as const

export const refuse = refusalsOf({ ...lists, ...applications, ...harvests } as const)
