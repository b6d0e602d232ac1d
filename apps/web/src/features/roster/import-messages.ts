import { defineMessages } from '@azalea/client'

export const importMessages = defineMessages('rosterImport', {
  zh: {
    conflicts_other: '{{count}} 处要您来定',
    conflictsHint: '花名册自己证明不了是不是同一户、同一个人。逐条定了，才能导入。',
    conflictsMore_other: '先列出 {{count}} 条，定了再列后面的。',
    likelyPerGroup:
      '好几处户号在别的组里也有。如果你们村的户号是各组自己编的，换一个文件之前，先在导入页上改成“各组编号”。',
    chooseAnswer: '请选',
    choice_same_household: '是同一户，换了组',
    choice_other_household: '是另一户，两个组各有这个户号',
    choice_number_passed_on: '号码转给这个人了（要第二个人确认）',
    choice_same_person: '是同一个人，改了名字',
    choice_typing_error: '写错了：人导入，这一格不要',
    choice_leave_out: '这一行先不导入',
    answerFirst: '先定一条',
    takeAnswers_other: '按定好的 {{count}} 条再看一遍',
    proposals_other: '{{count}} 个人的登录要第二个人确认',
    proposalsHint:
      '花名册里已有的人，手机号、身份证号不随花名册直接改或补。导入后，由另一户的村委成员或管理员确认才生效；本人会收到消息。',
    proposalsCaption: '一行一个人',
    proposed_other: '{{count}} 处手机号、身份证号还没有改，等另一户的村委成员或管理员确认。',
    toChanges: '看等确认的改动',
    proposedCount: '等确认',
    row: '第几行',
    skippedFile_other: '把没导入的 {{count}} 行存成表格',
    skippedHint: '有些行没有导入。表格里有这些行原来的内容和原因，改好可以再导；一天之内都能存。',
    numbering: '户号怎么编',
    numberingHint:
      '全村编号：一个户号只有一户。各组编号：第1组1号和第2组1号是两户。有了积分就不能再改。',
    numbering_village: '全村编号',
    numbering_group: '各组编号',
  },
  en: {
    conflicts_one: '{{count}} question for you',
    conflicts_other: '{{count}} questions for you',
    conflictsHint:
      'The file cannot prove whether these are one household, or one person. Answer each line before it can be imported.',
    conflictsMore_one: 'The first is listed; the others follow once it is answered.',
    conflictsMore_other:
      'The first {{count}} are listed; the others follow once they are answered.',
    likelyPerGroup:
      'Several house numbers stand in another group as well. If each group numbers its own houses, choose another file and set “Each group” on the import page first.',
    chooseAnswer: 'Choose',
    choice_same_household: 'The same household, now in this group',
    choice_other_household: 'Another household: both groups have this number',
    choice_number_passed_on: 'The number has passed on (a second person confirms)',
    choice_same_person: 'One person, under another name',
    choice_typing_error: 'A typing error: import the person without this cell',
    choice_leave_out: 'Leave this row out',
    answerFirst: 'Answer one first',
    takeAnswers_one: 'See it again with this answer',
    takeAnswers_other: 'See it again with {{count}} answers',
    proposals_one: 'The sign-in of {{count}} person waits for a second person',
    proposals_other: 'The sign-in of {{count}} people waits for a second person',
    proposalsHint:
      'A file does not set telephones or ID numbers of people who are on the roster already. After the import, a committee member or the operator of another household confirms; each person gets a message.',
    proposalsCaption: 'One person a row',
    proposed_one:
      '{{count}} telephone or ID number is not changed yet; a committee member or the operator of another household has to confirm it.',
    proposed_other:
      '{{count}} telephones or ID numbers are not changed yet; a committee member or the operator of another household has to confirm them.',
    toChanges: 'See what waits',
    proposedCount: 'To confirm',
    row: 'Row',
    skippedFile_one: 'Save the {{count}} row that is not imported',
    skippedFile_other: 'Save the {{count}} rows that are not imported',
    skippedHint:
      'Some rows were not imported. The spreadsheet has what stands in them and why; mend it and import it again. It can be saved for a day.',
    numbering: 'House numbers',
    numberingHint:
      'Whole village: a number is one household. Each group: No. 1 of group 1 and No. 1 of group 2 are two. Cannot be changed once points were awarded.',
    numbering_village: 'Whole village',
    numbering_group: 'Each group',
  },
})
