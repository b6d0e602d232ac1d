import { crc32, deflateSync } from 'node:zlib'

type Colour = readonly [red: number, green: number, blue: number]
type Draw = (x: number, y: number) => Colour

/** The invented village has no camera: its pictures are drawn, as PNG. */
function drawPicture(width: number, height: number, draw: Draw): Buffer {
  const rows = Array.from({ length: height }, (_, y) =>
    Buffer.from([0, ...Array.from({ length: width }, (_x, x) => draw(x, y)).flat()]),
  )
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8) // eight bits, colour
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const image = deflateSync(Buffer.concat(rows))
  return Buffer.concat([
    signature,
    pngChunk('IHDR', header),
    pngChunk('IDAT', image),
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}

/** A road under a lamp at dusk. */
export function drawDusk(no: number): Buffer {
  const width = 240
  const lampX = no === 0 ? 70 : 170
  return drawPicture(width, 160, (x, y) => {
    const glow = Math.max(0, 60 - Math.hypot(x - lampX, y - 38))
    const isPost = Math.abs(x - lampX) < 2 && y > 38 && y < 120
    const isRoad = y > 112 && Math.abs(x - width / 2) < (y - 100) * 1.4
    const [r, g, b] = isPost
      ? [30, 30, 34]
      : isRoad
        ? [92, 88, 84]
        : y > 112
          ? [46, 62, 44]
          : [58, 64, 96]
    const light = (value: number) => Math.min(255, Math.round(value + glow * 2.4))
    return [light(r), light(g), Math.min(255, Math.round(b + glow))]
  })
}

const TABLE: Colour = [226, 214, 190]
const CRATE: Colour = [176, 138, 92]
const CRATE_EDGE: Colour = [140, 106, 66]

/** Heads of cabbage in a crate on a table; every number has them in other places. */
export function drawCrate(no: number): Buffer {
  const heads = Array.from({ length: 8 }, (_, at) => ({
    x: 88 + (at % 4) * 76 + ((no * 31 + at * 17) % 23),
    y: 104 + Math.floor(at / 4) * 74 + ((no * 13 + at * 29) % 19),
    radius: 40 + ((no * 7 + at * 11) % 9),
  }))
  return drawPicture(400, 280, (x, y) => {
    const head = heads.findLast((one) => Math.hypot(x - one.x, y - one.y) < one.radius)
    if (head !== undefined) return leafAt(x - head.x, y - head.y, head.radius)
    if (x < 34 || x > 366 || y < 46 || y > 244) return TABLE
    return y % 50 < 4 || x < 42 || x > 358 ? CRATE_EDGE : CRATE
  })
}

/** Pale in the middle, with ribs that run to the edge. */
function leafAt(x: number, y: number, radius: number): Colour {
  const far = Math.hypot(x, y) / radius
  const rib = Math.abs(Math.sin(Math.atan2(y, x) * 4 + far * 2)) < 0.12 ? 26 : 0
  const shade = Math.round(far * far * 92)
  return [186 - shade + rib, 214 - Math.round(shade * 0.62) + rib, 142 - shade + rib]
}

/** A rapid card for residues: a control field and a test field, both blue when it is passed. */
export function drawTestCard(): Buffer {
  return drawPicture(400, 240, (x, y) => {
    if (x < 60 || x > 340 || y < 50 || y > 190) return TABLE
    const isField = (middle: number) => Math.hypot(x - middle, y - 120) < 38
    if (isField(140)) return [92, 138, 196]
    if (isField(260)) return [112, 152, 204]
    return x < 64 || x > 336 || y < 54 || y > 186 ? [196, 196, 196] : [250, 250, 248]
  })
}

/** Rows of green under the hills. */
export function drawField(no: number): Buffer {
  return drawPicture(400, 280, (x, y) => {
    const hill = 88 + 22 * Math.sin((x + 60 * no) / 62)
    if (y < hill) return [196, 214, 226]
    if (y < 124) return [104, 132, 108]
    const row = ((x - 200) / (y - 100) + no) * 6
    const isLeaf = Math.abs(row - Math.round(row)) < 0.28
    return isLeaf ? [72, 128 + ((x * 7 + y * 13) % 30), 58] : [122, 96, 70]
  })
}

function pngChunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}
