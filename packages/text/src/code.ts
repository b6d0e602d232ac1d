import { compactText } from './compact-text.ts'

/**
 * A code of so many digits in what somebody typed or pasted: `246 810`, `２４６８１０`,
 * `【石盖里】验证码：246810，5分钟内有效`. Without exactly one such code, all digits that there are.
 */
export function readDigitCode(typed: string, digits = 6): string {
  const spaced = typed.normalize('NFKC')
  const found =
    onlyRun(spaced, digits) ?? onlyRun(compactText(typed.replace(/\p{Pd}/gu, '')), digits)
  return found ?? compactText(typed).replace(/\D/g, '')
}

function onlyRun(text: string, digits: number): string | null {
  const runs = text.match(/\d+/g)?.filter((run) => run.length === digits) ?? []
  const [only, other] = new Set(runs)
  return only !== undefined && other === undefined ? only : null
}
