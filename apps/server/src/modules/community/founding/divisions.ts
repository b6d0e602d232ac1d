import divisions from '../../../../data/divisions.json' with { type: 'json' }

export interface Division {
  /** Twelve digits: province 2, city 2, county 2, town 3, village 3. */
  readonly code: string
  readonly name: string
}

/** The towns whose villages are known by name. */
export function listTowns(): Division[] {
  return divisions.towns.map(({ code, name }) => ({ code, name }))
}

/** The villages of a town as people call them; empty for an unknown town. */
export function listVillages(townCode: string): Division[] {
  const town = divisions.towns.find(({ code }) => code === townCode)
  return (town?.villages ?? []).map(({ code, name }) => ({ code, name: villageNameOf(name) }))
}

/** The names that belong to a village's code; null when the list does not have it. */
export function findDivision(villageId: string): { name: string; townName: string } | null {
  for (const town of divisions.towns) {
    const village = town.villages.find(({ code }) => code === villageId)
    if (village) return { name: villageNameOf(village.name), townName: town.name }
  }
  return null
}

/**
 * The list names committees; people name places: 大石盖村委会 → 大石盖村, 茶香村村民委员会 → 茶香村,
 * 云达社区居委会 → 云达社区. A committee named after a street alone (天元居委会) keeps its name.
 */
export function villageNameOf(committeeName: string): string {
  return committeeName
    .replace(/村村民委员会$/, '村')
    .replace(/村委会$/, '村')
    .replace(/社区居(民)?委(员)?会$/, '社区')
}
