import { defineMessages } from '../texts.ts'

/** Messages about what one's household sells to the company. */
export const roundMessages = defineMessages('messages-of-rounds', {
  zh: {
    'round.slot': '“{{title}}”轮到您家：{{when}}到{{point}}，带 {{kg}} 公斤。',
    'round.missed': '“{{title}}”收完了，您家没有来。不扣钱也不扣分，下次还能报名。',
    'round.settled': '“{{title}}”结算好了，付给您家 {{money}}。',
    'round.corrected': '“{{title}}”的结算有更正，这次付给您家 {{money}}。',
    'weigh_in.accepted': '{{crop}}收下了：{{grade}} {{kg}} 公斤，批号 {{lot}}。',
    'weigh_in.refused': '{{crop}} {{kg}} 公斤没有收：{{because}}。不同意的话，可以提异议。',
    'weigh_in.upheld': '{{crop}}过磅的异议成立，这次过磅不算，重新称。',
    'weigh_in.dismissed': '{{crop}}过磅的异议没有成立，原来的过磅算数。',
    'weigh_in.grade_first': '一级',
    'weigh_in.grade_second': '二级',
    'weigh_in.grade_third': '三级',
    'weigh_in.because_wet': '太湿',
    'weigh_in.because_damaged': '有损伤',
    'weigh_in.because_pests': '有虫',
    'weigh_in.because_mixed': '好坏混在一起',
    'weigh_in.because_other_crop': '不是要收的作物',
    'weigh_in.because_too_old': '不新鲜',
  },
  en: {
    'round.slot':
      'Your household’s turn of “{{title}}”: come to {{point}} at {{when}} with {{kg}} kg.',
    'round.missed':
      '“{{title}}” is over and your household did not come. It costs neither money nor points; claim again next time.',
    'round.settled': '“{{title}}” is settled: your household is paid {{money}}.',
    'round.corrected':
      'The settlement of “{{title}}” was corrected: your household is paid {{money}} now.',
    'weigh_in.accepted': '{{crop}} taken: {{kg}} kg, {{grade}}, lot {{lot}}.',
    'weigh_in.refused': '{{crop}}, {{kg}} kg, was refused: {{because}}. You can object to that.',
    'weigh_in.upheld':
      'The objection to the weigh-in of {{crop}} was upheld: it does not count and is made again.',
    'weigh_in.dismissed':
      'The objection to the weigh-in of {{crop}} was dismissed: the weigh-in counts.',
    'weigh_in.grade_first': 'first grade',
    'weigh_in.grade_second': 'second grade',
    'weigh_in.grade_third': 'third grade',
    'weigh_in.because_wet': 'too wet',
    'weigh_in.because_damaged': 'damaged',
    'weigh_in.because_pests': 'pests in it',
    'weigh_in.because_mixed': 'good and bad mixed',
    'weigh_in.because_other_crop': 'another crop than is bought',
    'weigh_in.because_too_old': 'not fresh',
  },
})
