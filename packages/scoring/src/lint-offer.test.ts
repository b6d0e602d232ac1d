import { describe, expect, it } from 'vitest'
import { lintOffer } from './index.ts'

const codes = (...words: string[]) => lintOffer(words).map(({ code }) => code)

describe('the words of an offer', () => {
  it.each([
    ['青菜 800 公斤先卖', '合作社统一收购，A 级菜，装筐送到村口。'],
    ['村里保洁岗三个', '每天两小时，按小时发工资。'],
    ['集体空房出租一年', '老供销社二楼两间，租金每月三百元。'],
    ['明年的菜地免租', '南坡菜园 12 块，每户一块。'],
    ['插秧机借用', '春耕十天，每户最多半天。'],
    ['无人机植保培训课', '名额二十个，村里出钱。'],
    ['鱼塘承包一年', '村口鱼塘，公开竞价后排不出先后的按积分。'],
    ['小学生上学拼车', '每天早上一班，二十个座。'],
    ['种粮机械借用', '收割机两台，每户半天。'],
    ['Places on the trip to Hangzhou', 'One bus, forty seats, the village pays.'],
  ])('are let pass where the thing is scarce: %s', (title, words) => {
    expect(codes(title, words)).toEqual([])
  })

  it.each([
    ['低保名额', 'statutory_benefit'],
    ['合作 医疗 报销优先', 'statutory_benefit'],
    ['医疗救助先报', 'statutory_benefit'],
    ['残疾人补贴发放次序', 'statutory_benefit'],
    ['高龄津贴', 'statutory_benefit'],
    ['种粮补贴先领', 'statutory_benefit'],
    ['大病保险报销', 'statutory_benefit'],
    ['宅基地两块', 'property_right'],
    ['建房指标三个', 'property_right'],
    ['承包土地调整', 'property_right'],
    ['二轮土地承包到期后延包', 'property_right'],
    ['Contracted farmland for two', 'property_right'],
    ['机动地转承包地 3 亩', 'property_right'],
    ['合作社分红优先领取', 'legal_dividend'],
    ['集体股金红利', 'legal_dividend'],
    ['村民代表名额', 'vote'],
    ['选民登记先办', 'vote'],
    ['镇中心小学入学名额', 'schooling'],
    ['镇上就读资格', 'schooling'],
    ['A homestead by the river', 'property_right'],
    ['School places for two children', 'schooling'],
    ['This year’s dividend first', 'legal_dividend'],
  ])('are refused with an article: %s', (title, code) => {
    expect(codes(title)).toEqual([code])
    for (const reason of lintOffer([title])) expect(reason.article).toMatch(/第.*条.*art/)
  })
})
