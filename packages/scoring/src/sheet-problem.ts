/** Something wrong in a rule sheet; `path` is a JSON pointer (RFC 6901) into it. */
export interface SheetProblem {
  path: string
  code: string
  messageZh: string
  messageEn: string
}
