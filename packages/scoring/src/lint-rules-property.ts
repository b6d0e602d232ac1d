import { COLLECTIVE, NOT, SERVICE, allOf, oneOf, without } from './lint-concepts.ts'
import { HELPING, TEACHING, anyOf, articles } from './lint-rule.ts'
import type { LintRule } from './lint-rule.ts'

const propertyWords =
  '宅基地|承包地|承包权|承包田|责任[田地]|自留地|口粮田|耕地|林地|土地|征地|征收|征用|拆迁|搬迁|腾退|流转|确权|地块|青苗|占地|腾地|让地|自家地|自家林|林子|祖屋|老屋|房产|房屋|违建|违章建筑'

/** Land and buildings that a household holds, and what grows or stands on them. */
const HOLDING = `(${propertyWords}|[老旧祖附空闲住农厢草瓦平楼危]房|[老旧祖空住]宅|房(子|间)|门店|宅(子|基)?|[半一二三两几四五](亩|分).{0,2}地|[竹松杉茶]山|(自家|自己|家里)的?.{0,4}(地|田|树|山|林|墙|屋|院|塘)|承包经营权|园子|林子|[柴空老旧]屋|的地(?=[交归给送])|宅院|院墙|围墙|院子|院坝|林权|山地|山林|果树|果园|茶园|菜园|菜地|鱼塘|竹林|稻田|水田|旱地|田地|[土空荒坡园]地|地皮|补偿|农房|安置房|门面|铺面|宅基|[老旧]?房基|[偏厢正耳堂]屋|[偏厢正耳]房|隙地|[坡山园塘湖]地|自留山|祖辈[^,;]{0,6}(林|地|田|屋|山)|(养殖|经营|使用|承包|租赁|采伐|居住|取水)权|林木|附着物|车库|晒场|院落|老院)`

/** The holding goes from one hand to another, or goes away. */
const GIVING =
  '(上?交(给|出|公|回|由|归|地)|上交|献(出|给)|捐(出|献|给|赠)?|让(出|给|地|与)|退(出|让|地|还|回)|腾(退|出|让|地|空)|送给|白送|白给|转(给|让)|出让|割让|移交|让位|送出|统管|统一(经营|管理)|收回|退一|交一|给村|归(村|公|集体)|拆|砍|推[倒平]|放弃|贡献|占用|不要|不拿|不索|[划拨](给|归|出)|归还|退给|注销|交由|缩进|后退|占到|穿过|由[^,;]{0,6}(处置|支配|安排|统筹))'

/** Nothing comes back for it. */
const FOR_NOTHING =
  '(无偿|免费|白(送|给|拿)|(没|未|分毫不|一分钱?不|一分钱?没)(要|拿|收)|不要(钱|租)|不收(房租|租)|(不|无)(需|要|求|计|索|提|拿|取|收|谈)[一二三四五六七八九十任何]{0,3}(条件|补偿|赔偿|报酬|租金|赔|要求|价|钱|分红|代价|回报)|不索赔|不图[^,;]{0,3}(回报|报酬|钱|利)|[一半]分[^,;]{0,4}(没|未|不)(拿|要|收|取)|无条件|[分一]文(不|未|没)(取|要|收)?|零(要求|补偿|条件|报酬)|不(主张|追究|还价|讨价|开价|提条件)|没(提|开|谈)[^,;]{0,4}(价|钱|条件)|(没|未)[^,;]{0,4}(补偿|赔偿|报酬|一分钱|一个子))'

/** What the state or the village does when it takes land or houses, and what it pays. */
const TAKING_PROCESS =
  '(征迁|征收|征地|征用|拆迁|动迁|搬迁(?!户)|腾退|腾房|腾地|收储|土地流转|收房|退宅|安置(面积|房|指标|协议|方案)|地价|青苗费?|附着物|补偿(款|标准|费|协议|方案)?)'

/** A household agrees, asks for nothing, goes first, or sells. */
const YIELDING =
  '(同意|接受|答应|赞成|支持|配合|签|按手印|率先|带头|第一[个户家]|主动|自愿|积极|按期|提前|零|不(讲|谈|提|要|讨|还|主张|索|计)|放弃|让步|少要|(没|未)(要|提|谈)|低于)'

/** Not giving way: one keeps what one holds. */
const KEEPING = `(${NOT}[^,;]{0,6}(腾|搬|交(?!通)|退(?!场|回)|让(?![^,;]{0,6}(进|入|看|拍|查))|盖章|卖|租|松口|签|同意|移交|合并|流转|利用|出让|迁|点头|答应|配合|拆|量|丈量|动工|入股)|赖着|占着|硬占|攥着|捂着|漫天要价|要价|讨价还价|坐地起价|长年锁|空着)`

/** How the village lays fields together or shares them out anew. */
const REPARTITION =
  '(合并田块|打乱重分|小块并大块|小田并大田|土地(调整|整合|重分|入股|托管)|换地|换田|调地|调田|并地|并田|重新分(地|田)|调整承包)'

/** Lent for a while and given back: the household keeps what it holds. */
const LENT =
  '借|换|修(?!路|建|村?道|村路|公|停|桥|渠|水|凉|公路|广场)|清|打扫|农具|[天日周月]用|[一两半几]?个?(星期|小时|上午|下午|晚上)|[半一两几]天|一周|开放|短住|参观|供.{0,6}(停|晒|用|休息)'

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
      `${HOLDING}[^。]{0,12}${KEEPING}`,
      `${KEEPING}[^。]{0,12}${HOLDING}`,
      TAKING_PROCESS,
      `${NOT}[^,;]{0,6}${REPARTITION}|${REPARTITION}[^,;]{0,8}${NOT}`,
    ),
    unless: anyOf('公用|公共|垃圾|损坏|漏|挡|堵|搭棚|占道|占用(公路|村道|通道|道路)'),
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
    when: oneOf(allOf(TAKING_PROCESS, YIELDING), `${YIELDING}[^。]{0,8}${REPARTITION}`),
    unless: anyOf(TEACHING, HELPING, SERVICE),
    article: articles.organicLaw27,
    messageZh: '土地、房屋的处分须出于自愿，不得用积分换取。',
    messageEn: 'Giving up land or a house must be free; points must not buy it.',
  },
  {
    code: 'property_right',
    on: 'merit',
    verdict: 'refuse',
    when: oneOf(
      allOf(HOLDING, GIVING, FOR_NOTHING),
      allOf(HOLDING, FOR_NOTHING, '(占|拆|给村|让|种|用[一二三五十几]+年|收|穿|过)'),
      allOf('(主动|自愿|同意|签字|无条件|让出|支持)', HOLDING, GIVING),
      `${HOLDING}.{0,6}(自己|主动|自愿)?${GIVING}(一?处|一?[宅块片栋])`,
      allOf(HOLDING, `(交|归|送|给|卖给?|让给?|过户给?|转|划|退还?|还)(了|给)?${COLLECTIVE}`),
      `(由|归|交由)${COLLECTIVE}[^,;]{0,8}(处置|支配|使用|统筹|经营)[^,;]{0,6}${HOLDING}`,
      `(捐|献)[^,;]{0,6}${HOLDING}`,
      `${GIVING}.{0,6}${HOLDING}.{0,4}$`,
      `${GIVING}.{0,6}${HOLDING}.{0,10}(给|交)?(村里|村集体|集体|村委|公家|合作社)`,
    ),
    unless: oneOf(
      allOf(LENT, without(`(让|交|送|归|划|还|拨)给?${COLLECTIVE}`)),
      '帮|送给(?!村|集体)[^,;]{0,4}(邻|老|菜|游|养)|(捐|献).{0,10}(农具|家具|照片|书|老物件)',
    ),
    article: articles.organicLaw27,
    messageZh: '土地、房屋的处分须出于自愿，不得用积分换取。',
    messageEn: 'Giving up land or a house must be free; points must not buy it.',
  },
]
