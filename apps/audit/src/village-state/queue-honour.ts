import { fieldsOf, integerOf, listOf, parseDocument, textOf } from '../documents.ts'

/** A daily statement, with the hash of the document that tells every household's honour. */
export interface Statement {
  readonly day: string
  readonly households: string
}

export interface ToldHousehold {
  readonly honour: number
  readonly group: number
  readonly joined: boolean
}

/** What the document of a statement tells of each household. @throws UnreadableEntry */
export function readHouseholds(text: string): Map<string, ToldHousehold> {
  const document = fieldsOf(parseDocument(text), 'the households')
  return new Map(
    listOf(document, 'households').map((member) => {
      const line = fieldsOf(member, 'household')
      const told = {
        honour: integerOf(line, 'honourHundredths'),
        group: integerOf(line, 'group'),
        joined: line['joined'] === true,
      }
      return [textOf(line, 'household'), told]
    }),
  )
}

/** The last statement of a day before this one; null when there is none. */
export function statementBefore(statements: readonly Statement[], day: string): Statement | null {
  return statements.findLast((one) => one.day < day) ?? null
}
