import {
  canonicalJson,
  drawSpotChecks,
  spotListBytes,
  type DrawnCandidate,
  type SpotList,
} from '@azalea/scoring'
import type { Findings } from '../findings.ts'
import {
  fieldsOf,
  integerOf,
  listOf,
  parseDocument,
  textOf,
  textOrNull,
  UnreadableEntry,
  type Fields,
  type Leaf,
} from '../leaf.ts'
import { sha256Text } from '../suite.ts'
import { daysBefore } from './usage-book.ts'

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
  /** What was drawn, with the score once there is one; null until then. */
  scores: [string, number | null][] | null
}

interface SpotParts {
  readonly findings: Findings
  readonly tally: { spotChecks: number }
  readDocument(hash: string, index: number): Promise<string | null>
}

/** An objection may lead back to a check for so long. */
const REMEMBERED_DAYS = 200
const LIST_KEYS = 'candidates draw randomPermille ratePermille schema'

/** Spot checks: what was announced is what was drawn from, by the checkpoint, and nothing else was checked. */
export class SpotChecks {
  #draws = new Map<string, KnownDraw>()
  /** To be held against the tree by whoever has read it. */
  readonly checkpoints: NamedCheckpoint[] = []

  /** `spot-draw.announced`. */
  async announce(book: SpotParts, index: number, { at, public: fields }: Leaf): Promise<void> {
    const name = textOf(fields, 'draw')
    if (this.#draws.has(name))
      book.findings.add('spot_check_wrong', index, `draw ${name} was announced before`)
    const text = await book.readDocument(textOf(fields, 'list'), index)
    const list = text === null ? null : readList(text)
    if (text !== null && (list === null || !isAsTold(list, fields)))
      book.findings.add('spot_check_wrong', index, 'its list is not the one that it tells of')
    this.#draws.set(name, { index, on: at, list, scores: null })
  }

  /** `spot-draw.drawn`. */
  draw(book: SpotParts, index: number, { public: fields }: Leaf): void {
    const draw = this.#draws.get(textOf(fields, 'draw'))
    const told = fieldsOf(fields['checkpoint'], 'checkpoint')
    const checkpoint = {
      index,
      origin: textOf(told, 'origin'),
      size: integerOf(told, 'size'),
      root: textOf(told, 'root'),
    }
    if (draw === undefined || draw.scores !== null) {
      book.findings.add('spot_check_wrong', index, 'no such draw waits for its checkpoint')
      return
    }
    this.checkpoints.push(checkpoint)
    if (checkpoint.size <= draw.index || checkpoint.size > index)
      book.findings.add(
        'spot_check_wrong',
        index,
        `the checkpoint of ${checkpoint.size} entries is not between announcement and draw`,
      )
    const drawn = draw.list === null ? [] : drawFrom(draw.list, checkpoint)
    draw.scores = drawn.map(({ candidate }) => [candidate, null])
    if (draw.list === null) return
    const isSame =
      integerOf(fields, 'drawn') === drawn.length &&
      textOf(fields, 'result') ===
        sha256Text(canonicalJson(drawn.map((one) => ({ ...one }))), 'hex')
    if (!isSame)
      book.findings.add('spot_check_wrong', index, 'list and checkpoint lead to another draw')
  }

  /** `spot-check.scored`. */
  score(book: SpotParts, index: number, { public: fields }: Leaf): void {
    const draw = this.#draws.get(textOf(fields, 'draw'))
    const candidate = textOf(fields, 'candidate')
    const score = integerOf(fields, 'score')
    if (score < 1 || score > 5) throw new UnreadableEntry(`a score of ${score}`)
    book.tally.spotChecks += 1
    const check = draw?.scores?.find(([name]) => name === candidate)
    if (check === undefined || check[1] !== null)
      book.findings.add('spot_check_wrong', index, `${candidate} was not drawn, or checked before`)
    else check[1] = score
  }

  /** An award says which spot check judged it, and with what score. */
  use(book: SpotParts, index: number, fields: Fields, score: number | undefined): void {
    const name = textOrNull(fields, 'spotCheck')
    if (name === null && score === undefined) return
    const found = [...this.#draws.values()]
      .flatMap(({ scores }) => scores ?? [])
      .find(([candidate]) => candidate === name)
    if (score === undefined || found?.[1] !== score)
      book.findings.add(
        'spot_check_wrong',
        index,
        `it counts a spot check with ${score ?? 'no score'}; the log holds ${found?.[1] ?? 'none'}`,
      )
  }

  prune(today: string): void {
    const oldest = daysBefore(today, REMEMBERED_DAYS)
    for (const [name, { on }] of this.#draws) if (on < oldest) this.#draws.delete(name)
  }

  toJson() {
    return { draws: [...this.#draws], checkpoints: this.checkpoints }
  }

  load(json: ReturnType<SpotChecks['toJson']>): void {
    this.#draws = new Map(json.draws)
    this.checkpoints.splice(0, Infinity, ...json.checkpoints)
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

function isAsTold(list: SpotList, fields: Fields): boolean {
  return (
    list.draw === textOf(fields, 'draw') &&
    list.candidates.length === integerOf(fields, 'candidates') &&
    list.ratePermille === integerOf(fields, 'ratePermille') &&
    list.randomPermille === integerOf(fields, 'randomPermille')
  )
}
