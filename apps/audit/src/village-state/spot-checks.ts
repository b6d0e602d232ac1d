import type { LeafOfKind } from '@azalea/records'
import { drawSpotChecks, spotListBytes, type DrawnCandidate, type SpotList } from '@azalea/scoring'
import { canonicalJson, addCivilDays } from '@azalea/text'
import { parseCheckpoint, parseNote, TlogError } from '@azalea/tlog'
import type { Findings } from '../findings.ts'
import {
  fieldsOf,
  integerOf,
  listOf,
  parseDocument,
  textOf,
  UnreadableEntry,
} from '../documents.ts'
import { sha256Text } from '../suite.ts'

/** A checkpoint that an entry names: the tree of the log must have had this root at that size. */
export interface NamedCheckpoint {
  readonly index: number
  readonly origin: string
  readonly size: number
  /** Base64, as in the checkpoint. */
  readonly root: string
}

interface KnownDraw {
  readonly index: number
  readonly on: string
  /** Null when the list could not be read. */
  readonly list: SpotList | null
  /** What was drawn, with its score or that it lapsed; null until the draw. */
  checks: [string, number | 'lapsed' | null][] | null
  /** The last day for a check; null until the draw, and once it was looked at whether any is missing. */
  dueOn: string | null
}

/** A log that was retired before this one began. */
interface RetiredLog {
  readonly origin: string
  /** How many entries its last checkpoint had. */
  readonly size: number
  readonly on: string
}

/** A list whose lots are not drawn yet. */
export interface WaitingDraw {
  readonly index: number
  readonly announcedOn: string
}

interface SpotParts {
  readonly findings: Findings
  readonly tally: {
    spotDraws: number
    retiredDraws: number
    spotChecks: number
    lapsedChecks: number
  }
  readDocument(hash: string, index: number): Promise<string | null>
}

/** An objection may lead back to a check for so long. */
const REMEMBERED_DAYS = 200
const LIST_KEYS = 'candidates draw randomPermille ratePermille schema'

declare module './parts.ts' {
  interface StateMemory {
    readonly spotChecks: SpotChecks
  }
}

/** Spot checks: what was announced is what was drawn from, by the checkpoint, and nothing else was checked. */
export class SpotChecks {
  #draws = new Map<string, KnownDraw>()
  #retired: RetiredLog[] = []
  /** To be held against the tree by whoever has read it. */
  readonly checkpoints: NamedCheckpoint[] = []

  /** `log.begun`: draws of the log before name checkpoints that only that log can prove. */
  succeed({ at, public: { previous } }: LeafOfKind<'log.begun'>): void {
    this.#retired.push({ origin: previous.origin, size: sizeOf(previous.checkpoint), on: at })
  }

  /** `spot-draw.announced`. */
  async announce(
    village: SpotParts,
    index: number,
    { at, public: fields }: Pick<LeafOfKind<'spot-draw.announced'>, 'at' | 'public'>,
  ): Promise<void> {
    const name = fields.draw
    if (this.#draws.has(name))
      village.findings.add('spot_check_wrong', index, `draw ${name} was announced before`)
    // Who could let a draw pass and announce another could choose.
    for (const { announcedOn } of this.waiting())
      village.findings.add('spot_check_wrong', index, `the draw of ${announcedOn} still waited`)
    const text = await village.readDocument(fields.list, index)
    const list = text === null ? null : readList(text)
    if (text !== null && (list === null || !isAsTold(list, fields)))
      village.findings.add('spot_check_wrong', index, 'its list is not the one that it tells of')
    this.#draws.set(name, { index, on: at, list, checks: null, dueOn: null })
  }

  /** `spot-draw.drawn`. */
  draw(
    village: SpotParts,
    index: number,
    { at, public: fields }: Pick<LeafOfKind<'spot-draw.drawn'>, 'at' | 'public'>,
  ): void {
    const draw = this.#draws.get(fields.draw)
    const checkpoint = { index, ...fields.checkpoint }
    if (draw === undefined || draw.checks !== null) {
      village.findings.add('spot_check_wrong', index, 'no such draw waits for its checkpoint')
      return
    }
    village.tally.spotDraws += 1
    const wrong = this.whyNoSeed(village.tally, draw.index, checkpoint, at)
    if (wrong !== null) village.findings.add('spot_check_wrong', index, wrong)
    const drawn = draw.list === null ? [] : drawFrom(draw.list, checkpoint)
    draw.checks = drawn.map(({ candidate }) => [candidate, null])
    draw.dueOn = fields.dueOn
    if (draw.dueOn < at)
      village.findings.add('spot_check_wrong', index, `its checks were due on ${draw.dueOn}`)
    if (draw.list === null) return
    const isSame =
      fields.drawn === drawn.length &&
      fields.result === sha256Text(canonicalJson(drawn.map((one) => ({ ...one }))), 'hex')
    if (!isSame)
      village.findings.add('spot_check_wrong', index, 'list and checkpoint lead to another draw')
  }

  /**
   * Takes a checkpoint from which lots follow, to be held against the tree.
   * @param announcedIndex where the list stands that it must cover
   * @returns what is wrong with it; null: nothing so far
   */
  whyNoSeed(
    tally: Pick<SpotParts['tally'], 'retiredDraws'>,
    announcedIndex: number,
    named: NamedCheckpoint,
    at: string,
  ): string | null {
    const { index, origin, size } = named
    const retired = this.#retired.find((log) => log.origin === origin)
    if (retired !== undefined) {
      tally.retiredDraws += 1
      return size > retired.size || at > retired.on
        ? `log ${origin} was retired before its draw`
        : null
    }
    this.checkpoints.push(named)
    return size <= announcedIndex || size > index
      ? `the checkpoint of ${size} entries is not between announcement and draw`
      : null
  }

  /** `spot-check.scored`. */
  score(
    village: SpotParts,
    index: number,
    fields: LeafOfKind<'spot-check.scored'>['public'],
  ): void {
    village.tally.spotChecks += 1
    this.#end(village, index, fields, fields.score)
  }

  /** `spot-check.lapsed`. */
  lapse(
    village: SpotParts,
    index: number,
    fields: LeafOfKind<'spot-check.lapsed'>['public'],
  ): void {
    village.tally.lapsedChecks += 1
    this.#end(village, index, fields, 'lapsed')
  }

  #end(
    village: SpotParts,
    index: number,
    { draw, candidate }: LeafOfKind<'spot-check.lapsed'>['public'],
    how: number | 'lapsed',
  ): void {
    const check = this.#draws.get(draw)?.checks?.find(([name]) => name === candidate)
    if (check === undefined || check[1] !== null)
      village.findings.add(
        'spot_check_wrong',
        index,
        `${candidate} was not drawn, or was checked or had lapsed before`,
      )
    else check[1] = how
  }

  /** A day after the last one for its checks, each of a draw was made or has lapsed: none was kept back. */
  closeDay(village: SpotParts, index: number, day: string): void {
    for (const draw of this.#draws.values()) {
      if (draw.dueOn === null || draw.dueOn >= day) continue
      for (const [candidate, how] of draw.checks ?? [])
        if (how === null)
          village.findings.add(
            'spot_check_wrong',
            index,
            `${candidate}, due by ${draw.dueOn}, was neither checked nor did it lapse`,
          )
      draw.dueOn = null
    }
  }

  /** Lists that were announced and are not drawn. */
  waiting(): WaitingDraw[] {
    return [...this.#draws.values()]
      .filter(({ checks }) => checks === null)
      .map(({ index, on }) => ({ index, announcedOn: on }))
  }

  /** An award says which spot check judged it, and with what score. */
  use(
    village: SpotParts,
    index: number,
    name: string | undefined,
    score: number | undefined,
  ): void {
    if (name === undefined && score === undefined) return
    const found = [...this.#draws.values()]
      .flatMap(({ checks }) => checks ?? [])
      .find(([candidate]) => candidate === name)
    if (score === undefined || found?.[1] !== score)
      village.findings.add(
        'spot_check_wrong',
        index,
        `it counts a spot check with ${score ?? 'no score'}; the log holds ${found?.[1] ?? 'none'}`,
      )
  }

  prune(today: string): void {
    const oldest = addCivilDays(today, -REMEMBERED_DAYS)
    for (const [name, { on, checks }] of this.#draws)
      if (on < oldest && checks !== null) this.#draws.delete(name)
  }

  toJson() {
    return { draws: [...this.#draws], retired: this.#retired, checkpoints: this.checkpoints }
  }

  load(json: ReturnType<SpotChecks['toJson']>): void {
    this.#draws = new Map(json.draws)
    this.#retired = json.retired
    this.checkpoints.splice(0, Infinity, ...json.checkpoints)
  }
}

/** How many entries a checkpoint has; none where there is no checkpoint. @throws UnreadableEntry */
function sizeOf(note: string | null): number {
  try {
    return note === null ? 0 : parseCheckpoint(parseNote(note).text).size
  } catch (error) {
    if (!(error instanceof TlogError)) throw error
    throw new UnreadableEntry(`the last checkpoint of the log before: ${error.message}`)
  }
}

function drawFrom(list: SpotList, { origin, size, root }: NamedCheckpoint): DrawnCandidate[] {
  const sha256 = (text: string) => sha256Text(text, 'hex')
  return drawSpotChecks(sha256, sha256(`${origin}\n${size}\n${root}\n`), list)
}

/** The list of a document; null when it is none, or could not be drawn from. */
function readList(text: string): SpotList | null {
  try {
    const fields = fieldsOf(parseDocument(text), 'the list')
    if (Object.keys(fields).toSorted().join(' ') !== LIST_KEYS) return null
    const list: SpotList = {
      draw: textOf(fields, 'draw'),
      ratePermille: integerOf(fields, 'ratePermille'),
      randomPermille: integerOf(fields, 'randomPermille'),
      candidates: listOf(fields, 'candidates').map((member) => {
        const one = fieldsOf(member, 'candidate')
        return { candidate: textOf(one, 'candidate'), priority: integerOf(one, 'priority') }
      }),
    }
    drawSpotChecks((name) => name, '', list)
    return spotListBytes(list) === text ? list : null
  } catch (error) {
    if (error instanceof UnreadableEntry || error instanceof RangeError) return null
    throw error
  }
}

function isAsTold(list: SpotList, told: LeafOfKind<'spot-draw.announced'>['public']): boolean {
  return (
    list.draw === told.draw &&
    list.candidates.length === told.candidates &&
    list.ratePermille === told.ratePermille &&
    list.randomPermille === told.randomPermille
  )
}
