import type { SeededChance } from './random.ts'

/** One activity of the season, in days and hours from its first day. */
export interface PlannedActivity {
  readonly title: string
  readonly description: string
  readonly place: string
  readonly itemRef: string
  /** Whole days after the season's first day. */
  readonly day: number
  readonly startsAtHour: number
  readonly hours: number
  readonly quota: number
  /** What becomes of the proposal; `ended` was held and waits for its scores and its closing. */
  readonly fate:
    | 'held'
    | 'ended'
    | 'sent_back_then_held'
    | 'refused'
    | 'cancelled'
    | 'proposed'
    | 'upcoming'
}

interface Kind {
  readonly title: string
  readonly description: string
  readonly place: string
  readonly itemRef: string
  readonly hours: number
  readonly quota: number
}

const kinds: readonly Kind[] = [
  kind(
    '清理北渠淤泥',
    '北渠下段淤了两年，趁枯水一起挖通，自带锄头和雨靴。',
    '北渠下段',
    'r163',
    3,
    54,
  ),
  kind(
    '村道大扫除',
    '从村口扫到文化礼堂，分三段，扫帚由村里准备。',
    '村口至文化礼堂',
    'r159',
    2,
    60,
  ),
  kind('后山补种映山红', '后山步道两侧补种映山红五百株，请带手套。', '后山步道', 'r160', 3, 64),
  kind(
    '给独居老人送菜',
    '把各家匀出来的菜分成份，两人一组送到十四位独居老人家里。',
    '文化礼堂集合',
    'r165',
    2,
    30,
  ),
  kind(
    '菜园堆肥课',
    '农技员老沈讲堆肥，现场做三个堆，做完各家可以来取。',
    '公共堆肥点',
    'r162',
    2,
    56,
  ),
  kind('老年食堂帮厨', '择菜、洗菜、端饭、收碗，中午管饭。', '老年食堂', 'r155', 3, 20),
  kind(
    '清洗公共健身器材',
    '篮球场和健身角的器材全部擦洗一遍，松了的螺丝记下来。',
    '篮球场',
    'r159',
    2,
    44,
  ),
  kind('周末篮球赛', '各组出一队，上场和啦啦队都算参加。', '篮球场', 'r156', 3, 80),
  kind('水库边捡垃圾', '沿水库走一圈，垃圾分类装袋。注意安全，不下水。', '水库步道', 'r159', 2, 56),
  kind('修补田埂机耕路', '雨后塌了三处，村里出石子，大家出力。', '东畈机耕路', 'r168', 4, 44),
]

interface OneOff extends Kind {
  /** Counted from the first day, or from the last one for what is still to come. */
  readonly from: 'first_day' | 'last_day'
  readonly day: number
  readonly startsAtHour: number
  readonly fate: PlannedActivity['fate']
}

const hall = '文化礼堂'
const oneOffs: readonly OneOff[] = [
  {
    ...kind('清后溪水沟', '下游淤住了，锄头畚箕自带。', '中桥集合', 'ditch-clean', 2, 6),
    from: 'last_day',
    day: -4,
    startsAtHour: 9,
    fate: 'ended',
  },
  {
    ...kind('夜钓比赛', '水库夜钓，按重量排名。', '水库', 'r156', 3, 20),
    from: 'first_day',
    day: 40,
    startsAtHour: 19,
    fate: 'refused',
  },
  {
    ...kind('插花课', '请镇上老师来教插花。', hall, 'r162', 2, 20),
    from: 'first_day',
    day: 52,
    startsAtHour: 14,
    fate: 'cancelled',
  },
  {
    ...kind('换种子集市', '把自家留的种子拿来换。', hall, 'r162', 3, 60),
    from: 'last_day',
    day: 2,
    startsAtHour: 9,
    fate: 'upcoming',
  },
  {
    ...kind('清理西塘浮萍', '西塘浮萍铺满了，划船的来四位。', '西塘', 'r163', 3, 20),
    from: 'last_day',
    day: 4,
    startsAtHour: 8,
    fate: 'upcoming',
  },
  {
    ...kind('排练村晚节目', '腰鼓队和合唱队一起排练。', hall, 'r162', 2, 50),
    from: 'last_day',
    day: 6,
    startsAtHour: 18,
    fate: 'upcoming',
  },
  {
    ...kind('农家书屋读书会', '请大家来读书，有志愿者讲故事。', '农家书屋', 'r155', 2, 24),
    from: 'last_day',
    day: 5,
    startsAtHour: 14,
    fate: 'proposed',
  },
  {
    ...kind('给桥栏刷漆', '三座小桥的栏杆生锈了，村里买漆。', '中桥集合', 'r168', 4, 18),
    from: 'last_day',
    day: 8,
    startsAtHour: 8,
    fate: 'proposed',
  },
]

const HELD = 30

/**
 * The season's activities but for the two entrance watches, which have a plan of their own.
 * @param lastDay whole days from the season's first day to its last
 */
export function planActivities(chance: SeededChance, lastDay: number): PlannedActivity[] {
  const held = Array.from({ length: HELD }, (_, index): PlannedActivity => {
    const base = kinds[index % kinds.length] ?? chance.pick(kinds)
    const round = Math.floor(index / kinds.length) + 1
    return {
      ...base,
      title: round === 1 ? base.title : `${base.title}（第${round}次）`,
      day: 4 + Math.floor((index * (lastDay - 8)) / HELD),
      startsAtHour: chance.pick([7, 8, 9, 14, 15]),
      fate: index % 9 === 4 ? 'sent_back_then_held' : 'held',
    }
  })
  const rest = oneOffs.map(({ from, day, ...one }) => ({
    ...one,
    day: from === 'first_day' ? day : lastDay + day,
  }))
  return [...held, ...rest]
}

function kind(
  title: string,
  description: string,
  place: string,
  itemRef: string,
  hours: number,
  quota: number,
): Kind {
  return { title, description, place, itemRef, hours, quota }
}
