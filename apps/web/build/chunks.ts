import type { Rolldown } from 'vite'

export type Bundle = Rolldown.OutputBundle

/** The page, the entry and `also` with all that they import statically, and their styles. */
export function shellFiles(bundle: Bundle, also: readonly string[] = []): string[] {
  const found = new Set<string>()
  for (const file of Object.values(bundle)) {
    const isFirst = file.type === 'chunk' ? file.isEntry : file.fileName === 'index.html'
    if (isFirst) addWithImports(bundle, file.fileName, found)
  }
  for (const end of also) addWithImports(bundle, chunkHolding(bundle, end), found)
  return [...found]
}

/** What the chunks of `modules` need beside the entry: themselves, what they import, their styles. */
export function filesOf(bundle: Bundle, modules: readonly string[]): string[] {
  const entry = new Set(shellFiles(bundle))
  return shellFiles(bundle, modules).filter((name) => !entry.has(name))
}

function addWithImports(bundle: Bundle, name: string, found: Set<string>): void {
  const file = bundle[name]
  if (file === undefined || found.has(name)) return
  found.add(name)
  if (file.type !== 'chunk') return
  for (const imported of file.imports) addWithImports(bundle, imported, found)
  for (const style of file.viteMetadata?.importedCss ?? []) addWithImports(bundle, style, found)
}

/** The chunk that a module, named by the end of its path, has gone into. */
function chunkHolding(bundle: Bundle, end: string): string {
  const file = Object.values(bundle).find(
    (one) => one.type === 'chunk' && one.moduleIds.some((id) => id.endsWith(end)),
  )
  if (file === undefined) throw new Error(`No chunk of the build holds ${end}`)
  return file.fileName
}
