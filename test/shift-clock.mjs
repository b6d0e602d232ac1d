// Puts the clock of a process CLOCK_SHIFT milliseconds ahead (below zero: back), for all of it: it
// is preloaded (`node --import`) into the servers that the journeys start, and set up in the tests.
const shift = Number(process.env.CLOCK_SHIFT ?? 0)
const RealDate = Date

if (shift !== 0) {
  const now = () => RealDate.now() + shift
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, given, newTarget) =>
      Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget),
    apply: () => new RealDate(now()).toString(),
    get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
  })
  // Node tells the time of an answer by a clock of its own, and telephones set theirs by it.
  const http = globalThis.process?.getBuiltinModule?.('node:http')
  if (http !== undefined)
    // oxlint-disable-next-line typescript/unbound-method -- it is called on its answer, below
    http.ServerResponse.prototype.writeHead = new Proxy(http.ServerResponse.prototype.writeHead, {
      apply: (target, answer, given) => {
        if (answer.sendDate) answer.setHeader('Date', new Date().toUTCString())
        return Reflect.apply(target, answer, given)
      },
    })
}
