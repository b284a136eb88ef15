// The contact log: every time the bank spoke with the complainant or tried to, what was said, and
// when they hear from each other next.
#pragma once

#include "modules/complaints/types.h"
#include "platform/storage/work.h"

namespace xb::complaints {

enum class Direction { outgoing, incoming };
BOOST_DESCRIBE_ENUM(Direction, outgoing, incoming)

enum class ContactMeans { phone, sms, email, letter, online, visit, interview };
BOOST_DESCRIBE_ENUM(ContactMeans, phone, sms, email, letter, online, visit, interview)

// `missed` is an attempt at which nobody answered; `sent` went out without anybody speaking.
enum class ContactOutcome { reached, missed, sent };
BOOST_DESCRIBE_ENUM(ContactOutcome, reached, missed, sent)

// How it was made sure who speaks (银保监会令2020年第3号 art. 22).
enum class IdentityCheck { name_and_document, known_number, in_person };
BOOST_DESCRIBE_ENUM(IdentityCheck, name_and_document, known_number, in_person)

struct NewContact {
  Direction direction = Direction::outgoing;
  ContactMeans means = ContactMeans::phone;
  ContactOutcome outcome = ContactOutcome::reached;
  std::optional<Instant> begun_at;  // now, if not told
  std::optional<Instant> ended_at;
  std::optional<IdentityCheck> identity_check;
  std::optional<Code> recording;  // number of the recording
  std::optional<Note> said;       // required where somebody was reached
  // As told to the complainant, or when to try again; if not told, after the days of the rule
  // `next_contact`.
  std::optional<Date> next_contact_on;
};
BOOST_DESCRIBE_STRUCT(NewContact, (),
                      (direction, means, outcome, begun_at, ended_at, identity_check, recording,
                       said, next_contact_on))

struct Contact {
  static constexpr std::string_view table = "contacts";
  Id<Contact> id;
  Id<sealing::DataKey> key_id;
  Id<Complaint> complaint_id;
  Direction direction = Direction::outgoing;
  ContactMeans means = ContactMeans::phone;
  ContactOutcome outcome = ContactOutcome::reached;
  Instant begun_at;
  std::optional<Instant> ended_at;
  std::optional<IdentityCheck> identity_check;
  std::optional<Code> recording;
  std::optional<Note> said;
  std::optional<Date> next_contact_on;
  Instant recorded_at;
  Id<Person> recorded_by;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Contact, (),
                      (id, key_id, complaint_id, direction, means, outcome, begun_at, ended_at,
                       identity_check, recording, said, next_contact_on, recorded_at, recorded_by,
                       version))

struct ContactView {
  Id<Contact> id;
  Direction direction = Direction::outgoing;
  ContactMeans means = ContactMeans::phone;
  ContactOutcome outcome = ContactOutcome::reached;
  Instant begun_at;
  std::optional<Instant> ended_at;
  std::optional<IdentityCheck> identity_check;
  std::optional<Code> recording;
  std::optional<Note> said;
  std::optional<Date> next_contact_on;
  Instant recorded_at;
  std::optional<Id<Person>> recorded_by;
};
BOOST_DESCRIBE_STRUCT(ContactView, (),
                      (id, direction, means, outcome, begun_at, ended_at, identity_check, recording,
                       said, next_contact_on, recorded_at, recorded_by))

// In the order they were begun.
struct Contacts {
  std::vector<ContactView> items;
  std::int64_t missed = 0;  // attempts since somebody was reached
  std::optional<Date> next_contact_on;
};
BOOST_DESCRIBE_STRUCT(Contacts, (), (items, missed, next_contact_on))

// Stops the clock `first_contact` and begins `next_contact` anew where somebody was reached.
// Refuses with complaint.*, version.changed, contact.said_missing, contact.incoming,
// contact.next_missing (neither told nor given by a rule), contact.ended_early, field.in_future,
// field.too_early or field.personal.
Result<ComplaintState> record_contact(Work& work, Id<Complaint> id, const NewContact& input);

// Refuses with complaint.missing.
Result<Contacts> contacts_of(Work& work, Id<Complaint> id);

}  // namespace xb::complaints
