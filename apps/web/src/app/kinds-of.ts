/** All kinds that the features have between them, from what each adds of its own. */
export type KindsOf<Features> = { [Name in keyof Features]: keyof Features[Name] }[keyof Features]

/** What the files of all features export, as one table. */
export function joined<Table>(tables: readonly object[]): Table {
  return Object.assign({}, ...tables) as Table
}
