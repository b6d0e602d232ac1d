import { expect, it } from 'vitest'
import { maskName } from './mask-name.ts'

it('masks names as notices do, by code point', () => {
  const masked: [string | null, string][] = [
    ['张三', '张×'],
    ['陈秀芳', '陈×芳'],
    ['欧阳明', '欧阳×'],
    ['欧阳明珠', '欧阳×珠'],
    ['申屠无忌', '申屠×忌'],
    ['东方', '东×'],
    ['陈王小明', '陈××明'],
    ['买买提·阿不都', '买××·阿××'],
    ['𠮷田', '𠮷×'],
    ['买买提•阿不都', '买××·阿××'],
    ['李〇明', '李×明'],
    ['[U+E863]明', '[U+E863]×'],
    ['陈[U+E863][U+F0000]', '陈×[U+F0000]'],
    ['陈𠮷𤭢', '陈×𤭢'],
    ['㛃㛃英', '㛃×英'],
    ['Anna Schmidt', 'A××'],
    ['李', '×'],
    ['', '×'],
    [null, '×'],
  ]
  for (const [name, shown] of masked) expect(maskName(name), name ?? 'null').toBe(shown)
})
