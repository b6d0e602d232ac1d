export function importsInCycles(
  modules: readonly {
    readonly source: string
    readonly dependencies: readonly { readonly resolved: string }[]
  }[],
): { from: string; to: string }[]
