export function filesUnder(base: string, folder: string): string[]
export function sourceModules(base: string): string[]
