/**
 * The imports that stand in a cycle: from a module to one from which it is reached again. One walk
 * over all modules tells it (Tarjan's strongly connected components).
 *
 * @param {{ source: string, dependencies: { resolved: string }[] }[]} modules
 * @returns {{ from: string, to: string }[]}
 */
export function importsInCycles(modules) {
  const imports = new Map(
    modules.map(({ source, dependencies }) => [source, dependencies.map((it) => it.resolved)]),
  )
  const knots = knotsOf(imports)
  return [...imports].flatMap(([from, targets]) =>
    targets
      .filter((to) => to === from || (knots.has(from) && knots.get(from) === knots.get(to)))
      .map((to) => ({ from, to })),
  )
}

/**
 * By module, the first met of all that lead to each other; modules that stand alone are left out.
 * Without recursion, since a chain of imports may be longer than the stack is deep.
 */
function knotsOf(imports) {
  const knots = new Map()
  const met = new Map()
  const open = []
  for (const start of imports.keys()) {
    if (met.has(start)) continue
    const path = [enter(start)]
    while (path.length > 0) {
      const here = path.at(-1)
      const next = here.targets.next()
      if (next.done) leave(path)
      else if (!met.has(next.value)) path.push(enter(next.value))
      else if (met.get(next.value).isOpen)
        here.lowest = Math.min(here.lowest, met.get(next.value).number)
    }
  }
  return knots

  function enter(name) {
    const number = met.size
    const one = { name, number, lowest: number, isOpen: true, targets: targetsOf(name) }
    met.set(name, one)
    open.push(one)
    return one
  }

  function targetsOf(name) {
    return (imports.get(name) ?? []).values()
  }

  function leave(path) {
    const one = path.pop()
    const before = path.at(-1)
    if (before) before.lowest = Math.min(before.lowest, one.lowest)
    if (one.lowest !== one.number) return
    const members = open.splice(open.lastIndexOf(one))
    for (const member of members) {
      member.isOpen = false
      if (members.length > 1) knots.set(member.name, one.name)
    }
  }
}
