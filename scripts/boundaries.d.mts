export interface BoundaryViolation {
  rule: string
  from: string
  to: string
}

export function checkBoundaries(
  base: string,
): Promise<{ moduleCount: number; violations: BoundaryViolation[] }>
