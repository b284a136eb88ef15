// What a consumer may know of his case, and change of it, once he has shown its number and receipt
// code: where it stands, by when it is answered, which unit has it. Never who works on it, and
// nothing that staff have written but what was asked of him. The actor is the system itself.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "modules/complaints/decision/service.h"
#include "modules/complaints/objections/service.h"
#include "modules/complaints/types.h"
#include "modules/complaints/withdrawal/service.h"
#include "platform/storage/work.h"

namespace xb::complaints {

// Whether this can be a number at all: 16 digits, the last of which checks the others.
bool is_number(std::string_view number);

// The case of this number, if that is its code; the same work whether there is one or not.
std::optional<Id<Complaint>> case_of(Work& work, std::string_view number, std::string_view code);
// Enough to know the receipt code by. Nothing is opened, so that a number that is there costs
// hardly more than one that is not.
struct Coded {
  Id<Complaint> id;
  std::int64_t receipt_epoch = 1;  // raised: the code is void
};
BOOST_DESCRIBE_STRUCT(Coded, (), (id, receipt_epoch))
std::optional<Coded> coded_case(Work& work, std::string_view number);
std::string receipt_code_of(Work& work, Id<Complaint> id);

// A day as it is told, so that nobody has to reckon.
struct DayFacts {
  Date on;
  std::int64_t weekday = 1;  // 1 is Monday
  bool is_working_day = true;
  std::string name;            // of a holiday or make-up workday, or empty
  std::int64_t days_left = 0;  // negative: it is past
};
BOOST_DESCRIBE_STRUCT(DayFacts, (), (on, weekday, is_working_day, name, days_left))

struct UnitNames {
  std::string name;
  std::string name_en;
};
BOOST_DESCRIBE_STRUCT(UnitNames, (), (name, name_en))

enum class ProgressStep { registered, accepted, handling, answered, closed };
BOOST_DESCRIBE_ENUM(ProgressStep, registered, accepted, handling, answered, closed)

struct StepTaken {
  ProgressStep step = ProgressStep::registered;
  std::optional<Instant> at;  // none: not yet
};
BOOST_DESCRIBE_STRUCT(StepTaken, (), (step, at))

struct AskedFor {
  Instant asked_at;
  std::optional<Date> until_on;
  privacy::Opened<Note::Kind> question;  // it was put to whom it is shown
};
BOOST_DESCRIBE_STRUCT(AskedFor, (), (asked_at, until_on, question))

// What he may do now; the last four bind, and want more than the code of the receipt.
enum class ConsumerAct { supplement, rate, withdraw, accept, dispute, change_contact };
BOOST_DESCRIBE_ENUM(ConsumerAct, supplement, rate, withdraw, accept, dispute, change_contact)

// His last word against the answer.
struct ObjectionMade {
  AnswerObjectionState state = AnswerObjectionState::waiting;
  Instant made_at;
  std::optional<Instant> acknowledged_at;
};
BOOST_DESCRIBE_STRUCT(ObjectionMade, (), (state, made_at, acknowledged_at))

// How the bank told him what it decided. The words themselves went to him and to nobody else.
struct AnswerGiven {
  Date given_on;
  AnswerMeans means = AnswerMeans::letter;
  Delivery reached = Delivery::told;
  std::optional<Outcome> outcome;  // none: it was settled without a decision
  std::optional<std::string> letter_number;
};
BOOST_DESCRIBE_STRUCT(AnswerGiven, (), (given_on, means, reached, outcome, letter_number))

struct Progress {
  std::string number;
  State state = State::registered;
  Instant received_at;
  UnitNames unit;
  std::vector<StepTaken> steps;
  std::optional<DayFacts> answer_by;   // what the law, or an agreement, gives the bank
  std::optional<DayFacts> contact_by;  // when the bank is heard from next
  bool is_over = false;
  std::vector<ConsumerAct> can;
  std::optional<Personal<privacy::Phone>> phone;
  std::optional<AskedFor> supplement_request;
  std::optional<Instant> answered_at;
  std::optional<AnswerGiven> answer;   // the last
  std::optional<Instant> accepted_at;  // the answer, by the consumer
  std::optional<Date> dispute_until;
  std::optional<ObjectionMade> objection;
  std::int64_t files = 0;  // that he brought
};

// Refuses with complaint.missing.
Result<Progress> progress_of(Work& work, Id<Complaint> id);
// Whether he may do this now. Refuses with complaint.missing, complaint.wrong_state,
// callback.rated, objection.open or objection.too_late.
Result<void> check_act(Work& work, Id<Complaint> id, ConsumerAct act);

// The unit that has it, or where it belongs, or the head office.
UnitNames unit_of(Work& work, const Complaint& complaint);
DayFacts day_facts(Work& work, Date on);

// Where the consumer is reached, with the key of the case, for whatever is sent to him.
struct Addressee {
  std::string number;
  std::optional<Personal<privacy::Phone>> phone;
  Id<sealing::DataKey> key_id;
  std::string intake_channel;
  IntakeKind kind = IntakeKind::complaint;
  std::optional<Date> answer_by;
};
std::optional<Addressee> addressee_of(Work& work, Id<Complaint> id);

struct NewPhone {
  Personal<privacy::Phone> phone;
};
BOOST_DESCRIBE_STRUCT(NewPhone, (), (phone))
// Where he is reached from now on; the entry says on what proof. Refuses with complaint.missing or
// complaint.wrong_state.
Result<void> change_phone(Work& work, Id<Complaint> id, const NewPhone& input, Proof proof);

// Until when an answer may be disputed (银保监会令2020年第3号 art. 20): 30 days after it came.
std::optional<Date> dispute_until(Work& work, const Complaint& complaint);

}  // namespace xb::complaints
