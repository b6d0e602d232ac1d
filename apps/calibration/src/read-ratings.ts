import fs from 'node:fs'
import type { RatingColumns } from '@azalea/scoring/raters'
import { encodingsOf, type TextEncoding } from '@azalea/text'
import { noText } from './command.ts'
import { parseCsvLine } from './csv-line.ts'
import { UserError } from './user-error.ts'

const FIELDS = ['rater', 'subject', 'stars', 'time'] as const
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/

/** The ratings of a file as columns, with the ids that the numbers stand for, in order. */
export interface NamedRatings {
  columns: RatingColumns
  raterIds: string[]
  subjectIds: string[]
}

/**
 * Reads a CSV of ratings as a stream: memory grows with the number of ratings, not with the length of
 * the file's text. Raters and subjects are numbered in the order of their ids, so that the order of
 * the rows does not matter. An id that is both owns itself as a subject.
 *
 * @throws UserError with the line's number for a line that is not a rating
 */
export async function readRatings(file: string): Promise<NamedRatings> {
  try {
    for (const encoding of await encodingsFor(file)) {
      const ratings = await readRatingsAs(file, encoding)
      if (ratings !== null) return ratings
    }
  } catch (error) {
    if (error instanceof Error && !('path' in error)) Object.assign(error, { path: file })
    throw error
  }
  throw noText(file)
}

/** Null when the file is not in this encoding after all. */
async function readRatingsAs(file: string, encoding: TextEncoding): Promise<NamedRatings | null> {
  const reader = new RatingReader(file)
  const decoder = new TextDecoder(encoding, { fatal: true })
  const decode = (chunk?: Uint8Array) => {
    try {
      return decoder.decode(chunk, { stream: chunk !== undefined })
    } catch {
      return null
    }
  }
  let rest = ''
  /** Takes the whole lines; false when the text is none. */
  const take = (text: string | null): text is string => {
    if (text === null) return false
    const lines = `${rest}${text}`.split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) reader.take(line)
    if (rest.length > LONGEST_LINE) throw reader.wrong('the line is too long')
    return true
  }
  for await (const chunk of fs.createReadStream(file, { highWaterMark: 1 << 20 }))
    if (!take(decode(chunk as Buffer))) return null
  if (!take(decode())) return null
  if (rest !== '') reader.take(rest)
  return reader.finish()
}

/** The encodings to try. What is no file, such as a pipe, can be read but once. */
async function encodingsFor(file: string): Promise<readonly TextEncoding[]> {
  const handle = await fs.promises.open(file)
  try {
    if (!(await handle.stat()).isFile()) return ['utf-8']
    const { buffer, bytesRead } = await handle.read(new Uint8Array(2), 0, 2, 0)
    return encodingsOf(buffer.subarray(0, bytesRead))
  } finally {
    await handle.close()
  }
}

const LONGEST_LINE = 1 << 20

class RatingReader {
  private readonly raters = new Names()
  private readonly subjects = new Names()
  private rater = new Int32Array(1 << 16)
  private subject = new Int32Array(1 << 16)
  private stars = new Float32Array(1 << 16)
  private time = new Float64Array(1 << 16)
  private count = 0
  private line = 0
  private places: number[] | undefined

  constructor(private readonly file: string) {}

  /** Takes the next line, without its end. */
  take(line: string): void {
    this.line += 1
    const plain = line.endsWith('\r') ? line.slice(0, -1) : line
    if (plain.trim() === '') return
    const fields = plain.includes('"') ? parseCsvLine(plain) : plain.split(',')
    if (fields === undefined) throw this.wrong('a quotation mark is not closed')
    if (this.places === undefined) this.readHeader(fields)
    else this.readRating(fields, this.places)
  }

  private readHeader(fields: string[]): void {
    const names = fields.map((field) =>
      field
        .replace(/^\uFEFF/, '')
        .trim()
        .toLowerCase(),
    )
    const places = FIELDS.map((name) => names.indexOf(name))
    const missing = FIELDS.filter((_, at) => (places[at] as number) < 0)
    if (missing.length > 0) {
      throw this.wrong(
        `the header must be rater,subject,stars,time (missing: ${missing.join(', ')})`,
      )
    }
    this.places = places
  }

  private readRating(fields: string[], places: readonly number[]): void {
    const field = (at: number) => (fields[places[at] as number] ?? '').trim()
    const [by, of, stars, time] = [field(0), field(1), field(2), field(3)]
    if (by === '') throw this.wrong('the rater is missing')
    if (of === '') throw this.wrong('the subject is missing')
    const given = NUMBER.test(stars) ? Number(stars) : Number.NaN
    if (!(given >= 1 && given <= 5)) {
      throw this.wrong(`stars must be a number from 1 to 5, not “${shortened(stars)}”`)
    }
    const at = NUMBER.test(time) ? Number(time) : Number.NaN
    if (!Number.isFinite(at)) {
      throw this.wrong(`time must be a number of seconds, not “${shortened(time)}”`)
    }
    if (this.count === this.rater.length) this.grow()
    this.rater[this.count] = this.raters.numberOf(by)
    this.subject[this.count] = this.subjects.numberOf(of)
    this.stars[this.count] = given
    this.time[this.count] = at
    this.count += 1
  }

  wrong(what: string): UserError {
    return new UserError(`${this.file}, line ${this.line}: ${what}.`)
  }

  finish(): NamedRatings {
    if (this.places === undefined) {
      throw new UserError(`${this.file} is empty; its header must be rater,subject,stars,time.`)
    }
    const { ids: raterIds, rankOf: raterRank } = this.raters.ranked()
    const { ids: subjectIds, rankOf: subjectRank } = this.subjects.ranked()
    const rater = this.rater.subarray(0, this.count)
    const subject = this.subject.subarray(0, this.count)
    for (let row = 0; row < this.count; row += 1) {
      rater[row] = raterRank[rater[row] as number] as number
      subject[row] = subjectRank[subject[row] as number] as number
    }
    const raterAt = new Map(raterIds.map((id, at) => [id, at]))
    const columns: RatingColumns = {
      raterCount: raterIds.length,
      subjectCount: subjectIds.length,
      rater,
      subject,
      stars: this.stars.subarray(0, this.count),
      time: this.time.subarray(0, this.count),
      ownerOf: Int32Array.from(subjectIds, (id) => raterAt.get(id) ?? -1),
    }
    return { columns, raterIds, subjectIds }
  }

  private grow(): void {
    const length = this.rater.length * 2
    this.rater = enlarged(this.rater, new Int32Array(length))
    this.subject = enlarged(this.subject, new Int32Array(length))
    this.stars = enlarged(this.stars, new Float32Array(length))
    this.time = enlarged(this.time, new Float64Array(length))
  }
}

function enlarged<T extends Int32Array | Float32Array | Float64Array>(old: T, larger: T): T {
  larger.set(old)
  return larger
}

/** Numbers for names as they come. */
class Names {
  private readonly numbers = new Map<string, number>()

  numberOf(name: string): number {
    const known = this.numbers.get(name)
    if (known !== undefined) return known
    // A slice would keep the whole chunk of the file in memory.
    const own = Buffer.from(name, 'utf8').toString('utf8')
    this.numbers.set(own, this.numbers.size)
    return this.numbers.size - 1
  }

  /** The names in order, and for each number its place in that order. */
  ranked(): { ids: string[]; rankOf: Int32Array } {
    const ids = [...this.numbers.keys()].sort((a, b) => (a < b ? -1 : 1))
    const rankOf = new Int32Array(ids.length)
    ids.forEach((id, rank) => {
      rankOf[this.numbers.get(id) as number] = rank
    })
    return { ids, rankOf }
  }
}

const shortened = (text: string) => (text.length > 30 ? `${text.slice(0, 30)}…` : text)
