import { doorText, englishProse } from '@azalea/text'
import type { RosterHeading } from './roster-columns.ts'
import { cellOf, fillSentence } from './roster-errors.ts'
import type { RosterRow } from './parse-roster.ts'

/** What only a person can tell: whether it is one household, or one person. */
const questions = {
  household_elsewhere: {
    field: 'group',
    choices: ['same_household', 'other_household', 'leave_out'],
    zh: '{cell}：这一行是{group} {houseNo}；{other}的也是 {houseNo}，在{otherGroup}（{otherName}）。是同一户吗？',
    en: '{cell}: this row is {houseNo} of {group}; {other} has {houseNo} in {otherGroup} ({otherName}). Is it the same household?',
  },
  phone_of_another: {
    field: 'phone',
    choices: ['number_passed_on', 'typing_error', 'leave_out'],
    zh: '{cell}：{name}的手机号 {value}，{other}登记的是{otherDoor}的{otherName}。号码换了人用，还是写错了？',
    en: '{cell}: the telephone {value} of {name} belongs, in {other}, to {otherName} of {otherDoor}. Has the number passed on, or is it a typing error?',
  },
  identity_of_another: {
    field: 'idNumber',
    choices: ['same_person', 'typing_error', 'leave_out'],
    zh: '{cell}：{name}的身份证号 {value}，{other}登记的是{otherDoor}的{otherName}。是同一个人改了名字，还是写错了？',
    en: '{cell}: the identity number {value} of {name} belongs, in {other}, to {otherName} of {otherDoor}. Is it one person under another name, or a typing error?',
  },
  identity_of_office_holder: {
    field: 'idNumber',
    choices: ['typing_error', 'leave_out'],
    zh: '{cell}：{name}的身份证号 {value}，{other}登记的是{otherDoor}的{otherName}，村里的职务在身。改名要在这个人的页面上办；这里是写错了吗？',
    en: '{cell}: the identity number {value} of {name} belongs, in {other}, to {otherName} of {otherDoor}, who holds an office. Another name is entered on that person’s page; is it a typing error here?',
  },
} as const

export type ConflictKind = keyof typeof questions
export const conflictChoices = [
  'same_household',
  'other_household',
  'number_passed_on',
  'same_person',
  'typing_error',
  'leave_out',
] as const
export type ConflictChoice = (typeof conflictChoices)[number]

/** The names of the questions about a row, or about the rows of a door. */
export const identityQuestion = ({ row }: RosterRow) => `identity ${row}`
export const phoneQuestion = ({ row }: RosterRow) => `phone ${row}`
export const householdQuestion = (door: string) => `household ${door}`

/** What was answered so far, by the question's name. */
export type Choices = ReadonlyMap<string, ConflictChoice>

export interface RosterConflict {
  /** Stands for the question within its import. */
  readonly conflictId: string
  readonly kind: ConflictKind
  readonly row: number
  readonly cell: string
  readonly column: string
  readonly messageZh: string
  readonly messageEn: string
  readonly choices: readonly ConflictChoice[]
}

/** What stands against the row: in the roster, or in an earlier row of the file. */
export interface Opposite {
  /** The earlier row's cell; null: the roster. */
  readonly cell: string | null
  readonly groupName: string
  readonly houseNo: string
  readonly name: string
}

export function conflictAt(
  heading: RosterHeading,
  row: RosterRow,
  kind: ConflictKind,
  { conflictId, value, opposite }: { conflictId: string; value: string; opposite: Opposite },
): RosterConflict {
  const { field, choices, zh, en } = questions[kind]
  const { column, cell } = cellOf(heading, row.row, field)
  const params = {
    cell,
    value,
    name: row.name,
    group: row.group.name,
    houseNo: row.houseNo,
    otherGroup: opposite.groupName,
    otherName: opposite.name,
  }
  return {
    conflictId,
    kind,
    row: row.row,
    cell,
    column,
    choices,
    messageZh: fillSentence(
      zh,
      {
        ...params,
        other: opposite.cell ?? '名册',
        otherDoor: doorText(opposite, 'zh'),
      },
      'zh',
    ),
    messageEn: englishProse(
      fillSentence(
        en,
        {
          ...params,
          other: opposite.cell ?? 'the roster',
          otherDoor: doorText(opposite, 'en'),
        },
        'en',
      ),
    ),
  }
}
