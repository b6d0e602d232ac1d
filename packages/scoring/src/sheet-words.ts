import type { SheetProblem } from './sheet-problem.ts'

interface Words {
  readonly zh: string
  readonly en: string
}

const say = (zh: string, en: string): Words => ({ zh, en })

/** What people call the fields of a rule sheet; the editor's labels say the same. */
const fieldWords: Readonly<Record<string, Words>> = {
  account: say('记分的账户', 'account'),
  atMostCount: say('最多几次', 'times at most'),
  atMostDeductions: say('最多几项扣分', 'deductions at most'),
  atMostHundredths: say('最多多少分', 'points at most'),
  atMostHundredthsEach: say('每项最多多少分', 'points of each item at most'),
  atMostHundredthsPerMonth: say('每户每月最多送多少分', 'given per household and month at most'),
  atMostMerits: say('最多几项加分', 'merits at most'),
  atMostMonths: say('最长几个月', 'months at most'),
  atLeastRatings: say('满几人评星才算', 'ratings needed'),
  bands: say('分档', 'bands'),
  base: say('分值', 'points'),
  by: say('补救办法', 'way of repair'),
  cap: say('封顶', 'cap'),
  caps: say('封顶', 'caps'),
  categories: say('类别', 'categories'),
  category: say('类别', 'category'),
  code: say('编号', 'reference'),
  costHundredths: say('要多少分', 'cost'),
  creditAtMostQuantity: say('一次最多计多少', 'most that counts at once'),
  daily: say('每天的时段', 'hours of the day'),
  each: say('情形', 'circumstances'),
  effectiveFrom: say('施行日期', 'first day in force'),
  en: say('英文', 'English'),
  evidenceKinds: say('凭什么认定', 'evidence'),
  exclusiveGroup: say('互斥组', 'exclusive group'),
  expiry: say('有效期', 'how long it counts'),
  factorPermille: say('再犯按多少计', 'factor on repeat'),
  from: say('从几点', 'from'),
  fromQuantity: say('从多少起', 'from how much'),
  gifts: say('赠送', 'gifts'),
  goods: say('兑换物品', 'goods'),
  inForce: say('施行年份', 'year in force'),
  initialStock: say('库存', 'stock'),
  returnDays: say('几天内可退', 'days for giving it back'),
  isOwn: say('本村自设', 'item of the village’s own'),
  itemEn: say('事项的英文', 'item in English'),
  items: say('事项', 'items'),
  itemZh: say('事项', 'item'),
  keepPermille: say('结转多少', 'share carried over'),
  kind: say('种类', 'kind'),
  lessPermilleEach: say('每件属实的反映减多少', 'less for each upheld report'),
  minutes: say('志愿服务时长', 'time of volunteering'),
  mode: say('取整办法', 'way of rounding'),
  months: say('几个月', 'months'),
  name: say('名称', 'name'),
  noticeDays: say('公示天数', 'days on notice'),
  objectionAnswerWorkingDays: say(
    '异议几个工作日内答复',
    'working days for the answer to an objection',
  ),
  of: say('管什么', 'what it caps'),
  on: say('哪一天', 'day of the year'),
  onlyHighest: say('一件事对上几项时', 'several items for one deed'),
  over: say('按什么累计', 'what is added up'),
  ownItems: say('本村自设事项', 'items of the village’s own'),
  partUnits: say('零头怎么算', 'what becomes of parts'),
  perUnits: say('每满多少算一份', 'how much makes one'),
  permille: say('按多少计', 'share that counts'),
  permilleByScore: say('各分数按多少计', 'what each score counts'),
  points: say('分值', 'points'),
  pointsCost: say('要多少分', 'cost'),
  pointsHundredths: say('分值', 'points'),
  policies: say('总则', 'general rules'),
  publicity: say('怎么公开', 'publicity'),
  ref: say('编号', 'reference'),
  repair: say('补救', 'repair'),
  restoresPermille: say('退回多少', 'share given back'),
  schema: say('文件格式', 'format of the file'),
  scope: say('按人还是按户', 'per person or household'),
  source: say('来源', 'source'),
  sourceNote: say('来源', 'source'),
  stage: say('步骤', 'stage'),
  stages: say('核算步骤', 'stages'),
  startingHundredths: say('每户开始时有多少分', 'points to start with'),
  title: say('细则名称', 'name of the sheet'),
  to: say('到几点', 'to'),
  toHundredths: say('以多少分为一档', 'step of rounding'),
  totalHundredths: say('累计得多少分', 'points in total'),
  unit: say('单位', 'unit'),
  verifier: say('由谁核验', 'who confirms it'),
  verifierRoles: say('核验人身份', 'roles that confirm it'),
  village: say('村名', 'village'),
  villageCode: say('村代码', 'village code'),
  villageId: say('村代码', 'village code'),
  wallet: say('可用分', 'points to spend'),
  weightPermille: say('抽查占多少', 'weight of the spot check'),
  window: say('时段', 'period'),
  withdrawalWorkingDays: say('撤出公开几个工作日内办到', 'working days for withdrawal'),
  zh: say('中文', 'Chinese'),
}

/** The members of lists, told by their number. */
const memberWords: Readonly<Record<string, (no: number) => Words>> = {
  items: (no) => say(`第 ${no} 个事项`, `item ${no}`),
  goods: (no) => say(`第 ${no} 种物品`, `good ${no}`),
  categories: (no) => say(`第 ${no} 个类别`, `category ${no}`),
  caps: (no) => say(`第 ${no} 条封顶`, `cap ${no}`),
  stages: (no) => say(`第 ${no} 步`, `stage ${no}`),
  bands: (no) => say(`第 ${no} 档`, `band ${no}`),
  each: (no) => say(`第 ${no} 种情形`, `circumstance ${no}`),
  repair: (no) => say(`第 ${no} 条补救`, `repair ${no}`),
  permilleByScore: (no) => say(`评 ${no} 分`, `score ${no}`),
}

/** Fields that only hold others; what is inside is named without them. */
const silent = new Set(['base', 'items', 'goods', 'caps', 'stages', 'bands', 'each', 'categories'])

/** The field as people call it; its own name where they have none for it. */
export function sheetFieldWords(name: string): Words {
  const words = Object.hasOwn(fieldWords, name) ? fieldWords[name] : undefined
  return words ?? say(name, name)
}

/** The problem with its place in words in front: which item by its name, which field. */
export function tellPlace(problem: SheetProblem, sheet: unknown): SheetProblem {
  const { zh, en } = placeOf(problem.path, sheet)
  if (zh === '') return problem
  return {
    ...problem,
    messageZh: `${zh}：${problem.messageZh}`,
    messageEn: `${capitalised(en)}: ${problem.messageEn}`,
  }
}

function placeOf(path: string, sheet: unknown): Words {
  const steps = path.split('/').slice(1).map(unescapePointer)
  const zh: string[] = []
  const en: string[] = []
  let value: unknown = sheet
  for (const [depth, step] of steps.entries()) {
    value = memberOf(value, step)
    const list = steps[depth - 1] ?? ''
    const words = /^\d+$/.test(step) ? memberOrNumber(list, Number(step) + 1, value) : null
    if (words === null && silent.has(step) && depth < steps.length - 1) continue
    const told = words ?? sheetFieldWords(step)
    zh.push(told.zh)
    en.push(told.en)
  }
  return say(zh.join('·'), en.join(', '))
}

function memberOrNumber(list: string, no: number, member: unknown): Words {
  const words = memberWords[list]?.(no) ?? say(`第 ${no} 个`, `no. ${no}`)
  const name = memberOf(member, 'name')
  const zh = memberOf(name, 'zh') ?? memberOf(member, 'itemZh')
  const en = memberOf(name, 'en') ?? memberOf(member, 'itemEn')
  if (typeof zh !== 'string' || zh.trim() === '') return words
  return say(
    `${words.zh}“${shortened(zh)}”`,
    `${words.en} “${shortened(typeof en === 'string' && en.trim() !== '' ? en : zh)}”`,
  )
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined
}

function shortened(name: string): string {
  const characters = Array.from(name)
  return characters.length <= 24 ? name : `${characters.slice(0, 23).join('')}…`
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function unescapePointer(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~')
}

/** How a number of a sheet is written by people: its field keeps it in a smaller measure. */
export function measureOf(path: string): { readonly per: number; readonly unit: Words } {
  const names = path.split('/').filter((step) => !/^\d+$/.test(step))
  const name = names.at(-1) ?? ''
  if (/hundredths/i.test(name)) return { per: 100, unit: say(' 分', ' points') }
  if (/permille/i.test(name)) return { per: 10, unit: say('%', '%') }
  if (/days$/i.test(name)) return { per: 1, unit: say(' 天', ' days') }
  if (/months$/i.test(name)) return { per: 1, unit: say(' 个月', ' months') }
  if (name === 'minutes') return { per: 1, unit: say(' 分钟', ' minutes') }
  return { per: 1, unit: say('', '') }
}

/** The fixed words of the format, as people say them. */
const choiceWords: Readonly<Record<string, Words>> = {
  fixed: say('每次固定', 'fixed'),
  per_unit: say('按量算', 'by quantity'),
  bands: say('分档', 'bands'),
  person: say('每人', 'each person'),
  household: say('每户', 'each household'),
  item: say('这个事项', 'this item'),
  category: say('这一类', 'the category'),
  source: say('这个来源', 'the source'),
  day: say('每天', 'a day'),
  month: say('每月', 'a month'),
  quarter: say('每季度', 'a quarter'),
  year: say('每年', 'a year'),
  lifetime: say('总共', 'in all'),
  merit: say('加分', 'merit'),
  deduction: say('扣分', 'deduction'),
  pro_rata: say('零头按比例计', 'parts count pro rata'),
  whole_only: say('零头不计', 'whole ones only'),
  keep: say('一直留着', 'kept'),
  reset: say('每年清零', 'reset each year'),
  carry_over: say('每年结转一部分', 'partly carried over'),
  same_deed: say('所有事项里取最高', 'highest of all items'),
  same_group: say('同一互斥组里取最高', 'highest of one group'),
  named_with_consent: say('同意后实名', 'named with consent'),
  masked: say('隐去部分姓名', 'name masked'),
  totals_only: say('只公开总数', 'totals only'),
  private: say('不公开', 'not public'),
  never: say('一直有效', 'for ever'),
  after_months: say('几个月后到期', 'for some months'),
  until_mended: say('改正为止', 'until mended'),
  mending: say('改正', 'mending'),
  volunteering: say('志愿服务', 'volunteering'),
  base: say('基础分', 'base points'),
  circumstances: say('情形', 'circumstances'),
  leader_score: say('负责人评分', 'leader’s score'),
  spot_check: say('抽查', 'spot check'),
  passers_by: say('路人评星', 'passers-by'),
  upheld_reports: say('属实的反映', 'upheld reports'),
  repeat: say('再犯', 'repeat'),
  only_highest: say('取最高', 'only the highest'),
  cap: say('封顶', 'cap'),
  rounding: say('取整', 'rounding'),
}

/** The words that a field takes, each with what it means. */
export function choicesInWords(choices: readonly string[]): Words {
  const told = choices.map((choice) => ({
    choice,
    words: Object.hasOwn(choiceWords, choice) ? choiceWords[choice] : undefined,
  }))
  return say(
    told
      .map(({ choice, words }) => (words === undefined ? choice : `${choice}（${words.zh}）`))
      .join('、'),
    told
      .map(({ choice, words }) => (words === undefined ? choice : `${choice} (${words.en})`))
      .join(', '),
  )
}

/** One word of the format as people say it; any other text as it is. */
export function choiceInWords(choice: string): Words {
  const words = Object.hasOwn(choiceWords, choice) ? choiceWords[choice] : undefined
  return words ?? say(choice, choice)
}
