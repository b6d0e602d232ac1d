export { registerCommunityRoutes, type CommunityParts } from './community.routes.ts'
export { foundVillage, type Founding } from './founding/found-village.ts'
export { createSessionSource, sessionHashOf } from './sign-in/resolve-session.ts'
export { householdJoined, householdLeft, personErased } from './events.ts'
export { sendMessage, sendMessages, type NewMessage } from './messages/send-message.ts'
export {
  readHouseholdGroups,
  readHouseholds,
  type HouseholdBrief,
} from './people/household.store.ts'
export { identityCheckCharacter } from './roster/identity-number.ts'
export { confirmRoster, type RosterImported } from './roster/confirm-roster.ts'
export { previewRoster, type RosterParts, type RosterPreview } from './roster/preview-roster.ts'
export { maskName } from './people/mask-name.ts'
export { noteAccess } from './people/note-access.ts'
export { readPeople, readPeopleNames, type PersonBrief } from './people/person.store.ts'
export { requireJoinedMember, sameHousehold } from './people/require-joined-member.ts'
export {
  findOwnSubjectByPlate,
  findSubjectByPlate,
  type PlateSubject,
} from './plates/find-subject.ts'
export { readSubjects, type Subject, type SubjectKind } from './plates/subject.store.ts'
export {
  readVillage,
  selectGroups,
  selectVillageIds,
  type Village,
} from './founding/village.store.ts'
export { refuse as communityRefusals } from './refusals.ts'
