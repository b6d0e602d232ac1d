/** A rule of law or of clear words that an item is held against. */
export interface LintRule {
  code: string
  /** Which items it looks at. */
  on: 'merit' | 'deduction' | 'both'
  verdict: 'warn' | 'refuse'
  /** Any of these in the item's words raises the rule … */
  when: Meaning
  /** … unless one of these shows that the words mean something else. */
  unless?: Meaning
  article: Article
  messageZh: string
  messageEn: string
}

/** Tells whether words mean something: a pattern, or a reading that one pattern cannot hold. */
export interface Meaning {
  test(words: string): boolean
}

export interface Article {
  zh: string
  en: string
}

/** A pattern that matches any of the alternatives, each itself a piece of a pattern. */
export function anyOf(...alternatives: string[]): RegExp {
  return new RegExp(alternatives.join('|'))
}

/** Talks, training and publicity name a topic without touching anybody's rights. */
export const TEACHING = '宣传|宣讲|讲座|培训|普法|普及|知识|竞赛|演练|课堂|讲解|演出|表演'

/** Helping somebody with a matter is not the matter itself. */
export const HELPING =
  '帮|协助|代办|义务(?!教育)|志愿|照顾|照看|陪同|看望|慰问|关爱|调解|化解|救助|捐款|捐物|资助|理事会成员'

/** Waste that was left behind: the deed is the litter, whatever the occasion. */
export const LEFT_BEHIND = '(纸屑|垃圾|残渣|废弃物).{0,6}[不未没].{0,4}[扫清收带]'

/** Things that anybody can see: where one is named, the words are not empty. */
export const OBSERVABLE =
  '垃圾|卫生|污水|废水|粪|杂物|杂草|柴|秸秆|焚烧|农膜|地膜|反光膜|广告|涂|乱画|贴|停车|停放|占道|占用|堆|乱倒|乱扔|丢弃|扔|烟头|绿化|花草|草坪|树木|狗|犬|畜|禽|宠物|噪|音响|扰民|水沟|水渠|沟渠|河道|河里|道路|路灯|设施|健身|设备|厕所|公物|财物|农具|围墙|墙面|电动车|消防|井盖|农药|分类|随地|吐痰|践踏|踩踏|果袋|晾晒|晒粮|喧哗|公用'

/**
 * Matter of the commons: waste, water, ways, plants, animals, vehicles, fire, noise, shared things
 * and duties one took on. A deduction that touches none of it is about a person, not about a deed.
 */
export const MATERIAL = [
  OBSERVABLE,
  '污|粪|便溺|臭|异味|烟(?!花)|灰尘|渣|屑|泥|砂|沙石|土方|草|柴|膜|瓶|桶|袋|肥|药(?!品)',
  '车|道路|村道|街道|通道|车道|巷道|步道|占道|过道|便道|路|街|巷|桥|广场|晒场|场地|停车|通行|占用|摆摊|摊位',
  '绿|花(?!钱|言|费)|树(?!立)|林|苗|木|果(?!断)|菜|庄稼|稻|麦|禾|田|山(?!寨)|沼',
  '猫|鸡(?!摸)|鸭|鹅|猪|羊|牛|蜂|养殖|圈舍|牲',
  '墙|乱刻|包装|快递|噪|吵人|扰邻|喧哗|喇叭|音乐|放歌|声音|休息|抛物|电梯|门窗|玻璃|坑|堤|坝|闸|码头|凉亭|长椅|雕塑|宣传栏|公告栏|公示栏|标识|标志|水(?!平)|沟|渠|河|塘|湖|井|泵|管道|电线|电器|充电|电缆|灯|阀',
  '公用|公共|集体财|器材|工具|桌椅|图书|标牌|路牌|村标|护栏|栏杆|游乐|景区|景观|古建|古树|文物|祠堂设施',
  '围栏|楼道|院落|庭院|门前|屋后|棚|火(?!化|葬)|燃|焚|消防|晒|晾|挖|填埋|砍|折枝|采摘|偷摘|损坏|损毁|毁坏|破损',
  '整改|清理|清掏|清扫|打扫|拴|标准|达标|合格|虚报|谎报|冒名|代签|弄虚作假|时长|离岗|脱岗|值班|值守|值勤|执勤|轮值|报名|认领|空岗|不到岗|签到|签退|爽约|工地|扬尘',
  '走人|夜里|球|推倒|砸|扫[把帚]|归位|轮到|轮流|投影|礼堂|会议中|中途|壳|借.{0,8}(还)|迟到|早退|晚到|迟了|晚了|来晚|早走|溜走|夜班|当班|接班|交班|班次|答应|保管|看管|代管|钥匙|厕|施工|深夜|半夜|四邻|钓|借[走用去][^钱款]{0,12}还',
].join('|')

export const articles = {
  organicLaw27: {
    zh: '《村民委员会组织法》第二十七条',
    en: "Villagers' Committees Organic Law, art. 27",
  },
  penaltyLaw16: {
    zh: '《行政处罚法》第十六条',
    en: 'Administrative Penalty Law, art. 16',
  },
  credit49: {
    zh: '国办发〔2020〕49号',
    en: 'State Council General Office, 2020 No. 49',
  },
  privacy25: {
    zh: '《个人信息保护法》第二十五条',
    en: 'Personal Information Protection Law, art. 25',
  },
  privacy28: {
    zh: '《个人信息保护法》第二十八至三十一条',
    en: 'Personal Information Protection Law, arts 28–31',
  },
  appRules: {
    zh: '国务院办公厅2026年2月政务应用程序规定',
    en: 'State Council General Office, rules for government apps, February 2026',
  },
  constitution35: { zh: '《宪法》第三十五条', en: 'Constitution, art. 35' },
  constitution36: { zh: '《宪法》第三十六条', en: 'Constitution, art. 36' },
  constitution41: { zh: '《宪法》第四十一条', en: 'Constitution, art. 41' },
  constitution34: { zh: '《宪法》第三十四条', en: 'Constitution, art. 34' },
  civilCode577: {
    zh: '《民法典》第五百七十七条',
    en: 'Civil Code, art. 577',
  },
  civilCode990: {
    zh: '《民法典》第九百九十条',
    en: 'Civil Code, art. 990',
  },
  civilCode1006: {
    zh: '《民法典》第一千零六条',
    en: 'Civil Code, art. 1006',
  },
} as const satisfies Record<string, Article>
