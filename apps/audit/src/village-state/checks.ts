declare module './parts.ts' {
  interface StateMemory {
    readonly checks: Checks
  }
}

/** How the inputs that refer to other awards were checked. */
export class Checks {
  exact = 0
  /** Windows shared with awards that enter the log later: what was used is at least what it holds. */
  atLeast = 0
  /** Windows that the log does not hold from their beginning. */
  unchecked = 0

  toJson() {
    const { exact, atLeast, unchecked } = this
    return { exact, atLeast, unchecked }
  }

  load(json: ReturnType<Checks['toJson']>): void {
    Object.assign(this, json)
  }
}
