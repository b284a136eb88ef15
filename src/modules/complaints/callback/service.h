// Asking the complainant afterwards: called back by somebody else than who handled it, or rated by
// himself (C15). Whoever handled a case neither rates it nor keeps others from asking.
#pragma once

#include "modules/complaints/types.h"
#include "platform/storage/work.h"

namespace xb::complaints {

enum class CallbackMeans { telephone, visit, sms, app, paper, portal };
BOOST_DESCRIBE_ENUM(CallbackMeans, telephone, visit, sms, app, paper, portal)

enum class Reached { yes, no_answer, declined };
BOOST_DESCRIBE_ENUM(Reached, yes, no_answer, declined)

// From 1, very dissatisfied, to 5.
inline constexpr std::int64_t score_min = 1;
inline constexpr std::int64_t score_max = 5;

struct Callback {
  static constexpr std::string_view table = "callbacks";
  Id<Callback> id;
  Id<sealing::DataKey> key_id;  // the complaint's
  Id<Complaint> complaint_id;
  CallbackMeans means = CallbackMeans::telephone;
  Reached reached = Reached::yes;
  std::optional<std::int64_t> result_score;
  std::optional<std::int64_t> process_score;
  std::optional<std::int64_t> attitude_score;
  std::optional<Note> note;
  Id<Person> made_by_id;  // none: the complainant himself, through the portal
  Instant made_at;
};
BOOST_DESCRIBE_STRUCT(Callback, (),
                      (id, key_id, complaint_id, means, reached, result_score, process_score,
                       attitude_score, note, made_by_id, made_at))

struct NewCallback {
  CallbackMeans means = CallbackMeans::telephone;
  Reached reached = Reached::yes;
  std::optional<std::int64_t> result_score;
  std::optional<std::int64_t> process_score;
  std::optional<std::int64_t> attitude_score;
  std::optional<Note> note;
};
BOOST_DESCRIBE_STRUCT(NewCallback, (),
                      (means, reached, result_score, process_score, attitude_score, note))

// What the complainant filled in himself, as it came back.
struct Rating {
  CallbackMeans means = CallbackMeans::sms;
  std::int64_t result_score = 0;
  std::int64_t process_score = 0;
  std::int64_t attitude_score = 0;
  std::optional<Note> note;
};
BOOST_DESCRIBE_STRUCT(Rating, (), (means, result_score, process_score, attitude_score, note))

struct CallbackView {
  Id<Callback> id;
  CallbackMeans means = CallbackMeans::telephone;
  Reached reached = Reached::yes;
  std::optional<std::int64_t> result_score;
  std::optional<std::int64_t> process_score;
  std::optional<std::int64_t> attitude_score;
  std::optional<Note> note;
  std::optional<Id<Person>> made_by_id;
  Instant made_at;
};
BOOST_DESCRIBE_STRUCT(CallbackView, (),
                      (id, means, reached, result_score, process_score, attitude_score, note,
                       made_by_id, made_at))

struct Callbacks {
  std::vector<CallbackView> items;
};
BOOST_DESCRIBE_STRUCT(Callbacks, (), (items))

// Both refuse with complaint.missing, complaint.wrong_state, version.changed, callback.same_person,
// callback.score. A callback that reached the complainant also with callback.score_missing; one
// that did not with callback.score_unwanted.
Result<CallbackView> call_back(Work& work, Id<Complaint> id, const NewCallback& input);
Result<CallbackView> rate(Work& work, Id<Complaint> id, const Rating& input);

Result<Callbacks> callbacks_of(Work& work, Id<Complaint> id);

}  // namespace xb::complaints
