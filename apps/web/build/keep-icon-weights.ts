import type { Plugin } from 'vite'

interface Node {
  type: string
  start: number
  end: number
}

/**
 * Drops the weights of Phosphor icons that we do not draw. The library ships each icon in six
 * weights in one module, so the first screen would carry three times the paths it needs.
 */
export function keepIconWeights(kept: readonly string[]): Plugin {
  return {
    name: 'azalea:keep-icon-weights',
    apply: 'build',
    transform: {
      filter: { id: /@phosphor-icons\/react\/dist\/defs\/\w+\.es\.js$/ },
      handler(code) {
        const entries = weightEntries(this.parse(code))
        if (entries.length === 0) this.error('no weights found: has the icon library changed?')
        const keptCode = entries
          .filter((entry) => kept.includes(entry.weight))
          .map((entry) => code.slice(entry.start, entry.end))
        const first = entries[0]
        const last = entries[entries.length - 1]
        if (first === undefined || last === undefined) return null
        return {
          code: code.slice(0, first.start) + keptCode.join(',') + code.slice(last.end),
          map: null,
        }
      },
    },
  }
}

/** Finds the `["bold", …]` pairs of the one `new Map([…])` in an icon's module. */
function weightEntries(program: object): { weight: string; start: number; end: number }[] {
  const found: { weight: string; start: number; end: number }[] = []
  visit(program, (node) => {
    const elements = arrayElements(node)
    const head = elements?.[0]
    if (elements?.length === 2 && head !== undefined && 'value' in head) {
      const weight = (head as { value: unknown }).value
      if (typeof weight === 'string') found.push({ weight, start: node.start, end: node.end })
    }
  })
  return found
}

function arrayElements(node: Node): Node[] | undefined {
  return node.type === 'ArrayExpression'
    ? (node as Node & { elements: Node[] }).elements
    : undefined
}

function visit(value: unknown, see: (node: Node) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) visit(item, see)
  } else if (typeof value === 'object' && value !== null) {
    if ('type' in value && 'start' in value && 'end' in value) see(value as Node)
    for (const child of Object.values(value)) visit(child, see)
  }
}
