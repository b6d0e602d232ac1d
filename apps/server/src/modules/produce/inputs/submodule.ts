import type { Module } from '../../../platform/module.ts'
import { anyRows } from '../../../platform/contributions.ts'
import { registerApplicationRoutes } from './applications/application.routes.ts'
import { selectEvidenceOf } from './checks/check.store.ts'
import { inputDuties } from './duties.ts'
import { listenToPlan } from './harvests/listen-to-plan.ts'
import { registerPlanFactRoutes } from './plan-facts/plan-fact.routes.ts'
import { registerApprovedListRoutes } from './lists/approved-list.routes.ts'
import { selectOwnInputs } from './own-inputs.store.ts'
import type { InputParts } from './parts.ts'
import { registerPlotInputRoutes } from './plot-inputs.routes.ts'
import { registerReportRoutes } from './report/input-report.routes.ts'

export const inputsSubmodule: Module<InputParts> = {
  name: 'inputs',
  listen: ({ events }) => listenToPlan(events),
  routes: (http, parts) => {
    registerApprovedListRoutes(http, parts)
    registerApplicationRoutes(http, parts)
    registerPlotInputRoutes(http, parts)
    registerReportRoutes(http, parts)
    registerPlanFactRoutes(http, parts)
  },
  duties: [inputDuties],
  dataBank: [
    {
      shape: { applications: anyRows, harvests: anyRows },
      counted: {
        applications: { zh: '用药用肥申请', en: 'Products asked for' },
        harvests: { zh: '登记的采收', en: 'Harvests declared' },
      },
      read: async (_, { db, actor: { villageId, householdId } }) =>
        householdId === null
          ? { applications: [], harvests: [] }
          : selectOwnInputs(db, villageId, householdId),
    },
  ],
  erase: [
    async (_, { db, villageId }, { personId, keptFileIds }) => {
      for (const fileId of await selectEvidenceOf(db, villageId, personId)) keptFileIds.add(fileId)
    },
  ],
}
