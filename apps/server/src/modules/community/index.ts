export { communityModule } from './module.ts'
export { foundVillage, type Founding } from './founding/found-village.ts'
export { askerOf, type Asker } from './sign-in/asker.routes.ts'
export { maskPhone } from './sign-in/phone-number.ts'
export { openCode } from './sign-in/request-code.ts'
export { phoneHashOf, requirePhone } from './sign-in/phone-identity.ts'
export { proveStranger } from './sign-in/sign-in.ts'
export type { SignInParts } from './sign-in/sign-in-parts.ts'
export { createSessionSource, sessionHashOf } from './sign-in/resolve-session.ts'
export {
  householdJoined,
  householdLeft,
  householdMoved,
  houseNumberingChanging,
  personDeparted,
  personErased,
  personRehoused,
} from './events.ts'
export { decideSignInChanges } from './credentials/decide-sign-in-changes.ts'
export { countRemovals } from './erasure/read-removals.ts'
export { waitsUntil } from './second-person/waiting-since.ts'
export {
  areKin,
  concernsKin,
  isKinOf,
  readEntered,
  readHousemates,
  readKin,
  readKinship,
  type Kin,
  type Kinship,
  type Party,
} from './people/kin.ts'
export {
  readSecondPersons,
  requireSecondPerson,
  whyNotSecondPerson,
  type Offices,
} from './second-person/second-person.ts'
export { secondPersonCodes } from './second-person/second-person-refusals.ts'
export { countSignInChanges, readSignInChanges } from './credentials/read-sign-in-changes.ts'
export { sendMessage, sendMessages, type NewMessage } from './messages/send-message.ts'
export {
  AGE_OF_MAJORITY_YEARS,
  readAdultsOf,
  readHomeOf,
  readHouseholdGroups,
  readHouseholds,
  readJoined,
  type HouseholdBrief,
} from './people/household.store.ts'
export { identityCheckCharacter } from './roster/identity-number.ts'
export { confirmRoster, type RosterImported } from './roster/confirm-roster.ts'
export { previewRoster, type RosterParts, type RosterPreview } from './roster/preview-roster.ts'
export { countUnreadMessages, readPersonalData } from './people/personal-data.store.ts'
export { readHoldersOf, readMembersOf } from './roles/role.store.ts'
export { maskName } from './people/mask-name.ts'
export { noteAccess } from './people/note-access.ts'
export {
  findPeopleNamed,
  readAgeIn,
  readDwellings,
  readPeople,
  readPeopleNames,
  readPhones,
  selectIdsByName,
  type PersonBrief,
} from './people/person.store.ts'
export { readPublicUrl } from './founding/village-address.ts'
export { requireJoinedHousehold, requireJoinedMember } from './people/require-joined-member.ts'
export {
  findOwnSubjectByPlate,
  findSubjectByPlate,
  type PlateSubject,
} from './plates/find-subject.ts'
export {
  readSubjects,
  selectSubjectsOf,
  type Subject,
  type SubjectKind,
} from './plates/subject.store.ts'
export { selectRosterHouseholds, selectRosterPeople } from './roster/roster.store.ts'
export {
  markSeasonLoaded,
  readVillage,
  selectGroups,
  selectVillageIds,
  type Village,
} from './founding/village.store.ts'
export { refuse as communityRefusals } from './refusals.ts'
export { holdHousehold, selectJoinedBefore } from './consent/consent.store.ts'
export { decideConsent, type ConsentInput } from './consent/decide-consent.ts'
export { readFoundations, type Foundations } from './founding/foundations.store.ts'
export { deleteOwnedFiles, readPhotoOwner, selectFileContent } from './photos/file.store.ts'
export { publishName } from './people/publish-name.ts'
export { uploadPhoto } from './photos/upload-photo.ts'
export { addSubject, enterSubject, type SubjectInput } from './plates/add-subject.ts'
export { changeKeeper, editSubject } from './plates/edit-subject.ts'
export { selectPictureOf } from './plates/story.store.ts'
export { mayWriteStory } from './plates/write-story.ts'
export { staff } from './policy.ts'
export { grantRole } from './roles/grant-role.ts'
export {
  enterOutsider,
  giveMerchantRole,
  takeMerchantRole,
  type Outsider,
} from './roles/merchant-office.ts'
