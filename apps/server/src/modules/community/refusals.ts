import { refusalsOf } from '../../platform/refusal.ts'
import { foundingRefusals } from './founding/founding-refusals.ts'
import { entryRefusals } from './entering/entry-refusals.ts'
import { secondPersonRefusals } from './second-person/second-person-refusals.ts'
import { wechatRefusals } from './wechat/wechat-refusals.ts'

const own = {
  removal_not_yours: {
    kind: 'forbidden',
    zh: '这件事不由您来定。',
    en: 'This is not yours to decide.',
  },
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
  too_many_codes_today: {
    kind: 'too_many',
    zh: '这个手机号今天要了太多次验证码，请明天再来，或请村干部帮忙。',
    en: 'Too many codes were asked for this number today. Please try again tomorrow, or ask a village cadre.',
  },
  wrong_code: {
    kind: 'invalid',
    zh: '验证码不对，或已经过期。请再看一遍短信，或重新获取。',
    en: 'The code is wrong or has expired. Look at the message again, or ask for a new code.',
  },
  not_on_roster: {
    kind: 'forbidden',
    zh: '您的手机号不在这个村的花名册里。',
    en: 'Your number is not on the roster of that village.',
  },
  prove_number_again: {
    kind: 'forbidden',
    zh: '这个号码在那个村是后来才登记的，请退出后用验证码重新登录。',
    en: 'That village entered this number after you signed in. Sign out and sign in again with a code.',
  },
  wrong_old_code: {
    kind: 'invalid',
    zh: '旧号码的验证码不对，或已经过期。',
    en: 'The code of the old number is wrong or has expired.',
  },
  too_many_new_phones: {
    kind: 'too_many',
    zh: '今天已经给三个新号码发过验证码了，请明天再换别的号码。',
    en: 'Codes went to three new numbers today; please try another number tomorrow.',
  },
  no_old_phone: {
    kind: 'conflict',
    zh: '花名册里没有您的手机号，请到村委会办理。',
    en: 'The roster has no telephone of yours; please ask at the office.',
  },
  sign_in_unchanged: {
    kind: 'conflict',
    zh: '和现在登记的一样，没有要改的。',
    en: 'That is what is registered already; there is nothing to change.',
  },
  phone_held_by_other: {
    kind: 'conflict',
    zh: '这个手机号现在登记给{name}。如果号码已经转给这个人用，请注明；不是就再核对一遍。',
    en: 'This number is registered to {name}. Say so if it has passed on; otherwise check it again.',
  },
  own_phone_held_by_other: {
    kind: 'conflict',
    zh: '这个手机号在花名册里登记给了别人，请到村委会核对。',
    en: 'The roster has this number for somebody else; please have it checked at the office.',
  },
  identity_held_by_other: {
    kind: 'conflict',
    zh: '这个身份证号已登记给别人，请再核对一遍。',
    en: 'This identity number is registered to somebody else; please check it again.',
  },
  unknown_sign_in_change: {
    kind: 'not_found',
    zh: '这项改动已经办过、被换掉，或过了十四天。请刷新再看。',
    en: 'This change has been decided, replaced, or is older than fourteen days. Please reload.',
  },
  sign_in_change_for_oneself: {
    kind: 'forbidden',
    zh: '关系到您自己的登录，不能由您来确认。',
    en: 'It concerns your own sign-in, so somebody else has to confirm it.',
  },
  sign_in_change_not_yours: {
    kind: 'forbidden',
    zh: '这项改动不由您来定。',
    en: 'This change is not yours to decide.',
  },
  demonstration_sign_in: {
    kind: 'forbidden',
    zh: '演示里公开的手机号大家都在用，不能改。',
    en: 'The demonstration’s listed telephones are everyone’s; they cannot be changed.',
  },
  roster_has_conflicts: {
    kind: 'conflict',
    zh: '还有 {count} 处要您来定：是不是同一户、是不是同一个人。',
    en: '{count} questions still wait for you: whether it is one household, whether it is one person.',
  },
  unknown_conflict: {
    kind: 'conflict',
    zh: '这个问题已经不在了，请重新看一遍预览。',
    en: 'That question is not there any more; please look at the preview again.',
  },
  office_does_not_join: {
    kind: 'conflict',
    zh: '“村委”这一户只是登记办公人员的，没有人住，不加入积分制。',
    en: 'The office is nobody’s home and does not take part.',
  },
  house_numbers_repeat: {
    kind: 'conflict',
    zh: '有 {count} 个户号在几个组里都有，不能改成全村统一编号。',
    en: '{count} house numbers stand in more than one group, so they cannot be numbers of the whole village.',
  },
  old_spreadsheet: {
    kind: 'invalid',
    zh: '这是旧的 .xls 表格，或者加了密码。请另存为 .xlsx（不加密码）再上传。',
    en: 'This is an old .xls file, or it is locked with a password. Save it as .xlsx without a password and upload it again.',
  },
  html_spreadsheet: {
    kind: 'invalid',
    zh: '这个文件其实是网页（HTML），不是表格，只是用了表格的文件名。请用 Excel 或 WPS 打开它，选“另存为”、类型选“Excel 工作簿（.xlsx）”，再上传。',
    en: 'This file is a web page (HTML) under the name of a spreadsheet. Open it in Excel or WPS, choose Save As and the type Excel Workbook (.xlsx), and upload that.',
  },
  spreadsheet_unreadable: {
    kind: 'invalid',
    zh: '读不出这个文件。请上传 .xlsx 或 CSV 表格。',
    en: 'This file cannot be read. Please upload an .xlsx or CSV spreadsheet.',
  },
  spreadsheet_too_large: {
    kind: 'too_large',
    zh: '表格里有 {count} 行，一次最多读 20000 行。没有读取；请分成几个文件，一个一个地导入。',
    en: 'The spreadsheet has {count} rows; 20,000 at most are read at once. Nothing was read; divide it into several files and import one after the other.',
  },
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
    zh: '花名册里还有 {count} 处错误。请改好再上传，或选择跳过这些行。',
    en: 'The roster still has {count} errors. Mend them and upload again, or choose to skip those rows.',
  },
  roster_changed_since_preview: {
    kind: 'conflict',
    zh: '预览之后花名册有了变化，没有导入任何内容。请重新上传，再看一遍预览。',
    en: 'The roster has changed since the preview; nothing was imported. Please upload again and look at the new preview.',
  },
  role_not_yours_to_give: {
    kind: 'forbidden',
    zh: '这个身份不由您来授予或收回：组长和农技员由村委会定，村委会、监督委员会等由管理员登记。',
    en: 'This role is not yours to give or take: group leaders and technicians are named by the committee; the committee, supervisors and others are entered by the operator.',
  },
  role_to_oneself: {
    kind: 'forbidden',
    zh: '不能给自己授予身份，请由别人来办。',
    en: 'Nobody gives a role to themselves; ask someone else.',
  },
  role_already_held: {
    kind: 'conflict',
    zh: '这个人已经有这个身份了。',
    en: 'This person holds that role already.',
  },
  role_not_held: {
    kind: 'conflict',
    zh: '这个人没有这个身份。',
    en: 'This person does not hold that role.',
  },
  last_of_role: {
    kind: 'conflict',
    zh: '村里至少要留一名村委会成员和一名管理员。请先登记接替的人。',
    en: 'A village keeps at least one committee member and one operator. Enter a successor first.',
  },
  supervisor_of_own_committee: {
    kind: 'forbidden',
    zh: '村委会成员不能同时是监督委员会成员（《村民委员会组织法》第三十二条）。',
    en: 'A member of the committee cannot sit among its supervisors (Villagers’ Committees Organic Law, art. 32).',
  },
  supervisor_related_to_committee: {
    kind: 'forbidden',
    zh: '村委会成员的近亲属不能担任监督委员会成员：他们是同一户的（《村民委员会组织法》第三十二条）。',
    en: 'A near relative of a committee member cannot be a supervisor: they live in one household (Villagers’ Committees Organic Law, art. 32).',
  },
  unknown_group: {
    kind: 'invalid',
    zh: '请选择村里有的组。',
    en: 'Please choose one of the village’s groups.',
  },
  consent_not_yours: {
    kind: 'forbidden',
    zh: '加入或退出由这户人家自己决定；村委会和本组组长可以按书面意见代为登记。',
    en: 'A household decides for itself. The committee, or the leader of its group, may enter what it gave on paper.',
  },
  consent_giver_missing: {
    kind: 'invalid',
    zh: '请选择是这户的哪一位签的字。',
    en: 'Please choose who of the household signed.',
  },
  consent_giver_elsewhere: {
    kind: 'invalid',
    zh: '签字的人不是这户的。',
    en: 'Whoever signed does not belong to this household.',
  },
  already_joined: {
    kind: 'conflict',
    zh: '这户人家已经加入了。',
    en: 'This household has joined already.',
  },
  not_joined: { kind: 'conflict', zh: '这户人家没有加入。', en: 'This household has not joined.' },
  person_departed: {
    kind: 'conflict',
    zh: '这个人已经登记为去世或迁出，不再参加。',
    en: 'This person is entered as dead or moved away, and takes part no more.',
  },
  not_departed: {
    kind: 'conflict',
    zh: '这个人没有登记为去世或迁出。',
    en: 'This person is not entered as dead or moved away.',
  },
  too_many_numbers: {
    kind: 'too_many',
    zh: '今天查了太多不在花名册里的手机号，请明天再查，或按姓名找。',
    en: 'You looked for too many telephones today that nobody on the roster has. Try again tomorrow, or look by name.',
  },
  not_own_group: {
    kind: 'forbidden',
    zh: '组长只能看本组的人家。',
    en: 'A group leader sees the households of the own group.',
  },
  unknown_message: { kind: 'not_found', zh: '没有这条消息。', en: 'There is no such message.' },
  label_taken: {
    kind: 'conflict',
    zh: '村里已经有叫这个名称的牌子。',
    en: 'The village has something of this label already.',
  },
  subject_not_yours: {
    kind: 'forbidden',
    zh: '这块地方归别家管，由那一家或者村委会来讲它的故事。',
    en: 'Another household keeps this place: that household or the committee tells its story.',
  },
  picture_not_yours: {
    kind: 'invalid',
    zh: '照片不存在，或不是您上传的。',
    en: 'There is no such picture, or it is not yours.',
  },
  unknown_subject: { kind: 'not_found', zh: '没有这个地方。', en: 'There is no such place.' },
  not_an_image: {
    kind: 'invalid',
    zh: '这个文件不是照片，或者已经损坏。请用 JPG、PNG 或 WebP 照片。',
    en: 'This is not a picture, or it is damaged. Please use a JPG, PNG or WebP photo.',
  },
  heic_image: {
    kind: 'unsupported',
    zh: '这是 HEIC 格式的照片，这里读不了。在 iPhone 上请打开“设置 › 相机 › 格式”，选“兼容性最佳”后重拍；已有的照片可以截屏后再上传，或另存为 JPG。',
    en: 'This is a HEIC picture, which cannot be read here. On an iPhone choose Settings › Camera › Formats › Most Compatible and take it again; of a picture that you have, take a screenshot or save it as JPG.',
  },
  image_too_large: {
    kind: 'too_large',
    zh: '这张照片的像素太多：最多一亿像素（AVIF 格式两千五百万）。请缩小后再上传。',
    en: 'This picture has too many pixels: 100 megapixels at most (25 in AVIF). Make it smaller and upload it again.',
  },
  unknown_photo: { kind: 'not_found', zh: '没有这张照片。', en: 'There is no such photo.' },
  unknown_village: { kind: 'not_found', zh: '没有这个村。', en: 'There is no such village.' },
  unknown_person: {
    kind: 'not_found',
    zh: '花名册里没有这个人。',
    en: 'There is no such person in the roster.',
  },
  unknown_household: {
    kind: 'not_found',
    zh: '花名册里没有这户人家。',
    en: 'There is no such household in the roster.',
  },
  household_not_joined: {
    kind: 'forbidden',
    zh: '您家还没有加入积分制。请先在“我的”里由家里人确认加入。',
    en: 'Your household has not joined yet. Someone of the household can join under “Mine”.',
  },
  other_household_not_joined: {
    kind: 'forbidden',
    zh: '这个人的户还没有加入积分制：先由他们家里人在手机上加入，或由村里录入他们签过字的同意书。',
    en: 'This person’s household has not joined: someone of it joins on a phone, or the village enters its signed consent.',
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
} as const

export const refuse = refusalsOf(
  own,
  secondPersonRefusals,
  foundingRefusals,
  entryRefusals,
  wechatRefusals,
)
