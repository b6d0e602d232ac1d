import { TEACHING, anyOf, articles } from './lint-rule.ts'
import type { LintRule } from './lint-rule.ts'

const propertyWords =
  '宅基地|承包地|承包权|承包田|责任[田地]|自留地|口粮田|耕地|林地|土地|征地|征收|征用|拆迁|搬迁|腾退|流转|确权|地块|青苗|占地|腾地|让地|自家地|自家林|林子|祖屋|老屋|房产|房屋|违建|违章建筑'

/** Land and buildings that a household holds, and what grows or stands on them. */
const HOLDING = `(${propertyWords}|[老旧祖附空闲住农厢草瓦平楼危]房|[老旧祖空住]宅|房(子|间)|门店|宅(子|基)?|[半一二三两几四五](亩|分).{0,2}地|[竹松杉茶]山|(自家|自己|家里)的?.{0,4}(地|田|树|山|林|墙|屋|院|塘)|承包经营权|园子|林子|[柴空老旧]屋|的地(?=[交归给送])|宅院|院墙|围墙|院子|院坝|林权|山地|山林|果树|果园|茶园|菜园|菜地|鱼塘|竹林|稻田|水田|旱地|田地|[土空荒坡园]地|地皮|补偿|农房|安置房|门面|铺面)`

/** The holding goes from one hand to another, or goes away. */
const GIVING =
  '(上?交(给|出|公|回|由|归|地)|上交|献(出|给)|捐(出|献|给|赠)?|让(出|给|地|与)|退(出|让|地|还|回)|腾(退|出|让|地|空)|送给|白送|白给|转(给|让)|出让|割让|移交|让位|送出|统管|统一(经营|管理)|收回|退一|交一|给村|归(村|公|集体)|拆|砍|推[倒平]|放弃|贡献|占用|不要|不拿|不索)'

/** Nothing comes back for it. */
const FOR_NOTHING =
  '(无偿|免费|白(送|给|拿)|(没|未|分毫不|一分钱?不|一分钱?没)(要|拿|收)|不要(钱|租)|不收(房租|租)|(不|无)(需|要|求|计|索|提|拿|取|收|谈)[一二三四五六七八九十任何]{0,3}(条件|补偿|赔偿|报酬|租金|赔|要求|价|钱|分红|代价|回报)|不索赔|无条件|[分一]文不(取|要|收)?)'

/** Lent for a while and given back: the household keeps what it holds. */
const LENT =
  '借|换|修(?!路|建|停|桥|渠|水|凉|公路|广场)|清|打扫|农具|[天日周月]用|[一两半几]?个?(星期|小时|上午|下午|晚上)|[半一两几]天|一周|开放|短住|参观|供.{0,6}(停|晒|用|休息)'

/** Houses and land are their holder's: neither giving them up nor keeping them is a deed. */
export const propertyRules: readonly LintRule[] = [
  {
    code: 'property_right',
    on: 'deduction',
    verdict: 'refuse',
    when: anyOf(
      `(收回|没收|拒|不(同意|支持|交|退|让|流转|配合|愿|肯)|未|反对|阻|多处|超占|多占|撂荒|抛荒|闲置).{0,10}(${propertyWords}|拆除)|[不未]按.{0,8}拆除`,
      `(${propertyWords}).{0,10}(拒|不(同意|支持|交|退|让|配合|愿|肯)|未(退|交|迁|流转)|争执|争吵|纠纷|撂荒|抛荒|闲置)`,
      `${HOLDING}.{0,6}(硬|就是|偏)?不(让|肯|许|给)`,
      '(不让|不许|不准|不肯|不愿).{0,12}(自家|自己的?|承包)(地|田|院|山|林|房|屋)|(死守|赖在|不肯搬|不搬).{0,4}([旧老]?[屋房宅])?.{0,4}不?搬',
      `(拒不?|拒绝|不(肯|愿意?|同意|让)).{0,3}${GIVING}.{0,8}${HOLDING}`,
      `${HOLDING}.{0,6}(拒不?|拒绝|不(肯|愿意?|同意)).{0,3}${GIVING}`,
    ),
    unless: anyOf('搭棚|占道|占用(公路|村道|通道|道路)'),
    article: articles.organicLaw27,
    messageZh: '宅基地、承包地、房屋等合法财产由本人决定，不得因此扣分。',
    messageEn: 'Homestead, contracted land and houses are lawful property; no points may be taken.',
  },
  {
    code: 'property_right',
    on: 'merit',
    verdict: 'refuse',
    when: anyOf(
      `(配合|支持|同意|率先|主动|自愿|带头|积极|按期|退出|让出|放弃|捐出|捐献|无偿让|签).{0,10}(${propertyWords})`,
      `(${propertyWords}).{0,8}(退出|让出|交出|签|流转给|交给|给村|归村|无偿)`,
      '拆除.{0,6}(房|屋|违建|违章|院墙)|(无偿|主动|自愿|带头)(让地|腾地)',
      `(上交|交(回|公|出)|贡献|放弃|不要|献出|腾退).{0,8}${HOLDING}`,
      `${HOLDING}.{0,6}(上交|交(回|公|出|给)村?|献出|腾退|白送|归(村|公|集体))`,
    ),
    unless: anyOf(TEACHING, '帮|修缮|有机肥|绿肥'),
    article: articles.organicLaw27,
    messageZh: '土地、房屋的处分须出于自愿，不得用积分换取。',
    messageEn: 'Giving up land or a house must be free; points must not buy it.',
  },
  {
    code: 'property_right',
    on: 'merit',
    verdict: 'refuse',
    when: anyOf(
      `^(?=.*${HOLDING})(?=.*${GIVING})(?=.*${FOR_NOTHING})`,
      `^(?=.*${HOLDING})(?=.*${FOR_NOTHING})(?=.*(占|拆|给村|让|种|用[一二三五十几]+年|收))`,
      `^(?=.*(主动|自愿|同意|签字))(?=.*${HOLDING})(?=.*${GIVING})`,
      `${HOLDING}.{0,6}(自己|主动|自愿)?${GIVING}(一?处|一?[宅块片栋])`,
      `^(?=.*${HOLDING})(?=.*(交|归|送|给|卖给?|让给?|过户给?|转)(了|给)?(村(?!史|民|口|道|志|里的?(公众|小))|集体|合作社|公家|公司))`,
      `${GIVING}.{0,6}${HOLDING}.{0,4}$`,
      `${GIVING}.{0,6}${HOLDING}.{0,10}(给|交)?(村里|村集体|集体|村委|公家|合作社)`,
    ),
    unless: anyOf(LENT, '帮|(捐|献).{0,10}(农具|家具|照片|书|老物件)'),
    article: articles.organicLaw27,
    messageZh: '土地、房屋的处分须出于自愿，不得用积分换取。',
    messageEn: 'Giving up land or a house must be free; points must not buy it.',
  },
]
