export const lintArguments: readonly string[]
