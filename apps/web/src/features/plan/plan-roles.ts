export const planners = ['committee', 'technician'] as const
export const planReaders = ['committee', 'technician', 'supervisor'] as const
