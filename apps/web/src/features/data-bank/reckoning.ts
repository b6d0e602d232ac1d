import type { Answer } from '@azalea/client'

type Closing = NonNullable<Answer<'/api/me/wallet-closing'>['closing']>

export interface ReckoningStep {
  readonly step:
    | 'wallet'
    | 'held'
    | 'uncounted'
    | 'counted'
    | 'nothing'
    | 'part'
    | 'most'
    | 'dropped'
    | 'kept'
  readonly hundredths: number
  /** Added or taken off, with its sign. */
  readonly isMoved?: true
}

/** How it comes about what the yearly close would take of a wallet: line by line, none that says nothing. */
export function reckoningOf(closing: Closing): readonly ReckoningStep[] {
  const { walletHundredths, heldHundredths, uncountedHundredths, countedHundredths } = closing
  const { keptHundredths, droppedHundredths } = closing
  const isMore = heldHundredths !== 0 || uncountedHundredths !== 0
  return [
    { step: 'wallet', hundredths: walletHundredths },
    ...moved('held', heldHundredths),
    ...moved('uncounted', -uncountedHundredths),
    ...(isMore ? [{ step: 'counted' as const, hundredths: countedHundredths }] : []),
    { step: ruleOf(closing), hundredths: countedHundredths - droppedHundredths },
    { step: 'dropped', hundredths: droppedHundredths },
    // Beside the part that the sheet keeps stays what is not counted yet.
    ...(uncountedHundredths === 0 ? [] : [{ step: 'kept' as const, hundredths: keptHundredths }]),
  ]
}

function moved(step: 'held' | 'uncounted', hundredths: number): readonly ReckoningStep[] {
  return hundredths === 0 ? [] : [{ step, hundredths, isMoved: true }]
}

function ruleOf(closing: Closing): 'nothing' | 'part' | 'most' {
  const { policy, atMostHundredths, countedHundredths, droppedHundredths } = closing
  if (policy === 'reset') return 'nothing'
  return countedHundredths - droppedHundredths === atMostHundredths ? 'most' : 'part'
}
