import { ApiProblem } from '@azalea/client'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { newKey, post } from '../../app/api.ts'
import {
  foundingBody,
  stepBody,
  stepOfProblem,
  steps,
  type Founding,
  type Step,
} from './founding.ts'

/**
 * Where one is. Each step is checked by the server when it is left; a refusal stays at the step where
 * it can be mended, and from there one comes back to where it was met.
 */
export function useFoundingSteps({
  founding,
  token,
  isComplete,
  onFounded,
}: {
  founding: Founding
  token: string
  isComplete: (step: Step) => boolean
  onFounded: () => void
}) {
  const [step, setStep] = useState<Step>('token')
  const [metAt, setMetAt] = useState<Step | null>(null)
  const [isAsked, setAsked] = useState(false)
  const [key] = useState(newKey)
  const onError = (error: Error) => {
    const wrong = error instanceof ApiProblem ? stepOfProblem(error) : null
    if (wrong === null || wrong === step) return
    setMetAt(step)
    setStep(wrong)
  }
  const found = useMutation({
    mutationFn: () =>
      post('/api/setup', {}, foundingBody(founding, token), { idempotencyKey: key }),
    onSuccess: onFounded,
    onError,
  })
  const check = useMutation({
    mutationFn: () => post('/api/setup/check', {}, stepBody(step, founding, token)),
    onSuccess: () => {
      goTo(metAt ?? steps[steps.indexOf(step) + 1])
      setMetAt(null)
    },
    onError,
  })
  const goTo = (to: Step | undefined) => {
    setAsked(false)
    check.reset()
    found.reset()
    setStep(to ?? step)
  }
  const complete = isComplete(step)
  return {
    step,
    index: steps.indexOf(step),
    isAsked,
    isMissing: isAsked && !complete,
    isBusy: found.isPending || check.isPending,
    error: check.error ?? found.error,
    forward: () => {
      setAsked(true)
      if (!complete) return
      if (step === 'check') found.mutate()
      else check.mutate()
    },
    back: () => goTo(steps[steps.indexOf(step) - 1]),
  }
}
