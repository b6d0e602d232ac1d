import { unitMessages } from '@azalea/client'
import { useState } from 'react'
import { useT } from '../../ui/i18n.ts'
import { NumberField } from '../../ui/number-field.tsx'
import { VerdictChoice } from '../../ui/verdict-choice.tsx'
import { measuresIn, useQuantity, type OfferBrief } from './offer.ts'
import { useOfferT } from './person-words.ts'

const choices = ['all', 'less', 'none'] as const
export type TakeChoice = (typeof choices)[number]

export interface Take {
  readonly choice: TakeChoice | null
  readonly less: number | null
  /** Less than nothing, or not less than what came. */
  readonly isWrong: boolean
  /** What is taken, in the small measure; null while that is not said. */
  readonly takenQuantity: number | null
  readonly choose: (choice: TakeChoice) => void
  readonly setLess: (less: number | null) => void
}

/** All of what came to a turn, less of it, or nothing: none of them is chosen beforehand. */
export function useTake(unit: OfferBrief['unit'], quantity: number): Take {
  const [choice, choose] = useState<TakeChoice | null>(null)
  const [less, setLess] = useState<number | null>(null)
  const lessQuantity = less === null ? 0 : Math.round(less * measuresIn[unit])
  const isWrong = choice === 'less' && (lessQuantity < 1 || lessQuantity >= quantity)
  const taken = { all: quantity, less: lessQuantity, none: 0 }
  const takenQuantity = choice === null || isWrong ? null : taken[choice]
  return { choice, less, isWrong, takenQuantity, choose, setLess }
}

export function TakeFields({
  label,
  offer: { unit, claimant },
  quantity,
  take,
  isAsked,
}: {
  /** What is asked. */
  label: string
  offer: Pick<OfferBrief, 'unit' | 'claimant'>
  quantity: number
  take: Take
  isAsked: boolean
}) {
  const t = useOfferT(claimant)
  const unitName = useT(unitMessages)
  const say = useQuantity(unit)
  return (
    <>
      <VerdictChoice
        label={label}
        value={take.choice}
        isAsked={isAsked}
        options={choices.map((value) => ({ value, label: t(`choice_${value}`) }))}
        onChange={take.choose}
      />
      {take.choice === 'less' && (
        <NumberField
          label={t('take')}
          unit={unitName(unit)}
          error={isAsked && take.isWrong ? t('lessWrong', { most: say(quantity) }) : undefined}
          value={take.less}
          onChange={take.setLess}
        />
      )}
    </>
  )
}
