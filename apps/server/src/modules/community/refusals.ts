import { refusalsOf } from '../../platform/refusal.ts'

export const refuse = refusalsOf({
  bad_phone: {
    kind: 'invalid',
    zh: '手机号不对：应是 1 开头的 11 位数字。',
    en: 'That is not a mobile number: eleven digits, beginning with 1.',
  },
  code_just_sent: {
    kind: 'too_many',
    zh: '验证码刚刚发过，请过一分钟再试。',
    en: 'A code was sent just now; please wait a minute before asking again.',
  },
  too_many_codes: {
    kind: 'too_many',
    zh: '这个手机号一小时内要了太多次验证码，请过一会儿再来，或请村干部帮忙。',
    en: 'Too many codes were asked for this number within an hour. Please try later, or ask a village cadre.',
  },
  wrong_code: {
    kind: 'invalid',
    zh: '验证码不对，或已经过期。请再看一遍短信，或重新获取。',
    en: 'The code is wrong or has expired. Look at the message again, or ask for a new code.',
  },
  not_on_roster: {
    kind: 'forbidden',
    zh: '您的手机号不在这个村的名册里。',
    en: 'Your number is not on the roster of that village.',
  },
  already_set_up: {
    kind: 'conflict',
    zh: '这里已经建好了村，不用再设置。',
    en: 'A village has already been set up here.',
  },
  wrong_setup_token: {
    kind: 'forbidden',
    zh: '设置口令不对。口令印在服务器启动时的屏幕上。',
    en: 'The set-up token is wrong. It is printed on the screen where the server was started.',
  },
  unknown_division: {
    kind: 'invalid',
    zh: '清单里没有这个区划代码，请同时填写村名和乡镇名。',
    en: 'This division code is not in the list; please give the names of the village and the town as well.',
  },
  old_spreadsheet: {
    kind: 'invalid',
    zh: '这是旧的 .xls 表格，或者加了密码。请另存为 .xlsx（不加密码）再上传。',
    en: 'This is an old .xls file, or it is locked with a password. Save it as .xlsx without a password and upload it again.',
  },
  spreadsheet_unreadable: {
    kind: 'invalid',
    zh: '读不出这个文件。请上传 .xlsx 或 CSV 表格。',
    en: 'This file cannot be read. Please upload an .xlsx or CSV spreadsheet.',
  },
  spreadsheet_too_large: {
    kind: 'too_large',
    zh: '表格太大：最多 20000 行。',
    en: 'The spreadsheet is too large: 20,000 rows at most.',
  },
  no_file: { kind: 'invalid', zh: '没有收到文件。', en: 'No file was received.' },
  roster_columns_missing: {
    kind: 'invalid',
    zh: '表格里找不到“组别”“户号”“姓名”这几列的标题。可以下载模板对照。',
    en: 'The headings 组别 (group), 户号 (house number) and 姓名 (name) were not found. The template shows them.',
  },
  unknown_import: {
    kind: 'not_found',
    zh: '这次导入已经确认过，或者过了一天。请重新上传。',
    en: 'This import has been confirmed, or is more than a day old. Please upload the file again.',
  },
  roster_has_errors: {
    kind: 'conflict',
    zh: '名册里还有 {count} 处错误。请改好再上传，或选择跳过这些行。',
    en: 'The roster still has {count} errors. Mend them and upload again, or choose to skip those rows.',
  },
  roster_changed_since_preview: {
    kind: 'conflict',
    zh: '预览之后名册有了变化，没有导入任何内容。请重新上传，再看一遍预览。',
    en: 'The roster has changed since the preview; nothing was imported. Please upload again and look at the new preview.',
  },
  unknown_village: { kind: 'not_found', zh: '没有这个村。', en: 'There is no such village.' },
  unknown_person: {
    kind: 'not_found',
    zh: '名册里没有这个人。',
    en: 'There is no such person in the roster.',
  },
  unknown_household: {
    kind: 'not_found',
    zh: '名册里没有这户人家。',
    en: 'There is no such household in the roster.',
  },
  household_not_joined: {
    kind: 'forbidden',
    zh: '您家还没有加入积分制。请先在“我的”里由家里人确认加入。',
    en: 'Your household has not joined yet. Someone of the household can join under “Mine”.',
  },
  plate_check_failed: {
    kind: 'invalid',
    zh: '这个牌号不对，可能有一位看错了。请对着牌子再看一遍。',
    en: 'This plate code is not right; a character may be misread. Please look at the plate again.',
  },
  unknown_plate: {
    kind: 'not_found',
    zh: '没有这块牌子。',
    en: 'There is no plate with this code.',
  },
  plate_of_other_village: {
    kind: 'forbidden',
    zh: '这块牌子是别的村的，只能看，不能在这里评。',
    en: 'This plate belongs to another village: you may look, but not rate it here.',
  },
})
