import { plainVillage } from '@azalea/scoring/attack-lab'
import type { VillageParameters } from '@azalea/scoring/attack-lab'

export interface Scenario {
  name: string
  village: VillageParameters
}

const village = (name: string, changed: Partial<VillageParameters>): Scenario => ({
  name,
  village: { ...plainVillage, ...changed },
})

/** What the targets speak of. */
export const promised = {
  plain: village('no attack, 5 ratings a subject', {}),
  colluding: village('20 % colluding, rings of 2–12', { colluding: 0.2 }),
  ringOfSix: village('one ring of six', { colluding: 0.025, ringSize: [6, 6] }),
}

const skewed = { mean: 0, deviation: 0, skewed: true }

const few = { ratingsPerSubject: [3, 3] as [number, number] }
const neighbours = { ...few, hamletSize: 12 }
const [chain, star, patron, half] = [
  { ringStyle: 'chain' as const },
  { ringStyle: 'servants' as const },
  { ringStyle: 'patron' as const },
  { ringStyle: 'patient' as const },
]

/** Three honest ratings a subject, favours over six weeks; of four subjects each and of one. */
function slow(name: string, changed: Partial<VillageParameters>): Scenario[] {
  const all = { ...few, ringStyle: 'circle' as const, ringDays: 42, ...changed }
  return [
    village(`slow: ${name}`, all),
    village(`slow, people rate people: ${name}`, { ...all, subjectsPerPerson: 1 }),
  ]
}

/** Villages that are not made the way the model thinks, or that attack in other ways. */
export const others: Scenario[] = [
  village('3 to 8 ratings a subject', { ratingsPerSubject: [3, 8] }),
  village('raters with their own thresholds', { starRule: 'thresholds' }),
  village('raters with their own scale, heavy tails', { starRule: 'stretched' }),
  village('most subjects good, a few bad', { quality: skewed }),
  village('six honest friends each', { friendsPerPerson: 6 }),
  village('own scales, 20 % colluding', { colluding: 0.2, starRule: 'stretched' }),
  village('most good, 20 % colluding', { colluding: 0.2, quality: skewed }),
  village('3 to 8 ratings, 20 % colluding', { colluding: 0.2, ratingsPerSubject: [3, 8] }),
  village('people rate people, 20 % colluding', { colluding: 0.2, subjectsPerPerson: 1 }),
  village('people rate people, 20 ratings each, 20 % colluding', {
    colluding: 0.2,
    subjectsPerPerson: 1,
    ratingsPerSubject: [20, 20],
  }),
  village('hamlet of 40, 12 ratings, 20 % colluding', {
    people: 40,
    colluding: 0.2,
    ratingsPerSubject: [12, 12],
  }),
  village('owners unknown, 20 % colluding', { colluding: 0.2, ownersKnown: false }),
  village('patient rings, half the pairs, all season', { colluding: 0.2, ringStyle: 'patient' }),
  village('circles: nobody is rated back', { colluding: 0.2, ringStyle: 'circle' }),
  village('servants who lift one leader', {
    colluding: 0.2,
    ringStyle: 'servants',
    ringSize: [4, 12],
  }),
  ...slow('circle of six, each lifts the next two', { colluding: 0.025, ringSize: [6, 6] }),
  ...slow('20 % in circles of 3 to 12', { colluding: 0.2, ringSize: [3, 12] }),
  ...slow('20 % in chains of 3 to 12', { ...chain, colluding: 0.2, ringSize: [3, 12] }),
  ...slow('stars around a leader', { ...star, colluding: 0.1, ringSize: [4, 12] }),
  ...slow('a patron who returns it', { ...patron, colluding: 0.1, ringSize: [4, 12] }),
  ...slow('half-rings of four or five', { ...half, colluding: 0.1, ringSize: [4, 5] }),
]

/** Nobody colludes: neighbours rate neighbours, and good farmers live together. */
export const honest: Scenario[] = [
  village('hamlets of 12, people rate people', { ...neighbours, subjectsPerPerson: 1 }),
  village('hamlets of 12, four subjects each', neighbours),
  village('hamlets of 30, two subjects each', {
    ...neighbours,
    hamletSize: 30,
    subjectsPerPerson: 2,
    ratingsPerSubject: [5, 5],
  }),
  village('no hamlets, people rate people', { ...few, subjectsPerPerson: 1 }),
]
