import { anyRows } from '../../../platform/contributions.ts'
import type { Module } from '../../../platform/module.ts'
import { secondPersonCodes } from '../../community/index.ts'
import type { BenefitsParts } from '../parts.ts'
import { yearEndInbox } from './list-year-end-inbox.ts'
import { readSharesOf } from './read-year-ends.ts'
import { registerYearEndRoutes } from './year-end.routes.ts'

export const yearEndSubmodule: Module<BenefitsParts> = {
  name: 'year-end',
  routes: registerYearEndRoutes,
  inbox: [yearEndInbox],
  duties: [
    {
      judges: {
        'POST /api/year-ends/{id}/confirm': secondPersonCodes,
      },
      judgesNothing: ['POST /api/year-ends', 'POST /api/year-ends/{id}/drop'],
    },
  ],
  dataBank: [
    {
      shape: { yearEnds: anyRows },
      counted: { yearEnds: { zh: '年终分配', en: 'Shares of year-end share-outs' } },
      read: async (_, { db, actor, language }) => ({
        yearEnds: await readSharesOf(db, actor, language),
      }),
    },
  ],
}
