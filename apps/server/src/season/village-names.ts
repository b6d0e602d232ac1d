import type { SeededChance } from './random.ts'

/** Hamlets of the invented village, in the order of their groups. */
export const hamletNames: readonly string[] =
  '石盖里 樟树下 后坞 溪口 桥头 里畈 外畈 竹园边 上埠 下埠 井头 祠堂前'.split(' ')

/** Each hamlet has its family names; a few moved in. */
const hamletSurnames = [
  '陈陈陈沈',
  '沈沈朱',
  '俞俞俞孔',
  '朱朱王',
  '楼楼李',
  '王王金',
  '孔孔傅',
  '李施施',
  '汪汪徐',
]
const incomers = ['张', '周', '洪', '来', '方', '郑', '华', '田', '欧阳', '申屠']
const spouses = '陈沈朱王俞孔楼李张金郑来汪傅洪徐施华方田周吴赵钱孙许何吕高黄应叶倪任董杜'

const womenOld = '秀凤桂菊兰英珍娥琴仙花香梅彩巧月'
const womenNew = '芳敏丽静娟燕霞萍洁婷颖雯佳怡欣悦瑶琳'
const menOld = '根福水土金法阿炳荣寿生海关泉木春'
const menNew = '建国伟强军明勇斌超峰磊杰浩宇晨凯航睿'
const middlesOfWomen = '小晓美春金玉秋雪雅梓文慧'
const middlesOfMen = '国建志文永海小晓水金一俊子'

export function familyNamesOf(groupNo: number): string[] {
  const own = Array.from(hamletSurnames[(groupNo - 1) % hamletSurnames.length] ?? '陈')
  // One household in about fifteen moved in.
  return [...own, ...own, ...own, ...own, incomers[groupNo % incomers.length] ?? '张']
}

export function spouseSurname(chance: SeededChance): string {
  return chance.pick(Array.from(spouses))
}

/** A given name of one or two characters as the years of birth had them. */
export function givenName(chance: SeededChance, isWoman: boolean, birthYear: number): string {
  const old = birthYear < 1968
  const pool = isWoman ? (old ? womenOld : womenNew) : old ? menOld : menNew
  const last = chance.pick(Array.from(pool))
  if (chance.happens(birthYear >= 1978 && birthYear < 1998 ? 0.4 : 0.08)) return last
  const middles = isWoman ? middlesOfWomen : middlesOfMen
  const first = chance.pick(Array.from(chance.happens(0.5) ? middles : pool))
  return first === last ? last : `${first}${last}`
}
