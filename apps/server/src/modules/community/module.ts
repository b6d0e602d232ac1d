import type { Contributions } from '../../platform/contributions.ts'
import type { EventBus } from '../../platform/events.ts'
import type { Module } from '../../platform/module.ts'
import type { Tx } from '../record/index.ts'
import { registerCommunityRoutes, type CommunityParts } from './community.routes.ts'
import { settleLeavesJob } from './consent/settle-leaves.ts'
import { communityDuties } from './duties.ts'
import { personErased } from './events.ts'
import { forgetExpired } from './forget-expired.ts'
import { setUpSteps } from './founding/set-up-steps.ts'
import { memberHome } from './people/member-home.ts'
import { personalData } from './people/personal-data.ts'
import { confirmationsInbox } from './second-person/confirmations-inbox.ts'

export const communityModule: Module<
  CommunityParts & { readonly events: EventBus<Tx>; readonly contributions: Contributions }
> = {
  name: 'community',
  listen: ({ events, contributions }) => events.on(personErased, contributions.erase),
  routes: registerCommunityRoutes,
  jobs: (parts) => [
    {
      name: 'forget-expired',
      everyMinutes: 30,
      run: () => forgetExpired(parts.database, parts.clock),
    },
    settleLeavesJob(parts),
  ],
  inbox: [confirmationsInbox],
  home: [memberHome],
  dataBank: [personalData],
  setUp: setUpSteps,
  duties: [communityDuties],
}
