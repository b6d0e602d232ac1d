/** Lint that also compiles: what the compiler finds in a file is told with what the rules find. */
export const lintArguments = ['--type-aware', '--type-check', '--deny-warnings']
