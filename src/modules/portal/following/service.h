// Following a case: a look with its number and receipt code gives a token for half an hour, and the
// token stands for the consumer. Nothing is stored for it; it ends with the code.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "modules/complaints/attachments/types.h"
#include "modules/portal/codes/service.h"
#include "modules/portal/types.h"
#include "platform/storage/work.h"

namespace xb::portal {

struct Look {
  Text<40, Presence::required> number;
  Text<40, Presence::required> code;
};
BOOST_DESCRIBE_STRUCT(Look, (), (number, code))

// What he may do, and whether a code by short message is wanted for it.
struct CaseAct {
  complaints::ConsumerAct act = complaints::ConsumerAct::supplement;
  bool needs_code = false;
};
BOOST_DESCRIBE_STRUCT(CaseAct, (), (act, needs_code))

struct CaseView {
  std::string number;
  complaints::State state = complaints::State::registered;
  Instant received_at;
  complaints::UnitNames unit;
  std::vector<complaints::StepTaken> steps;
  std::optional<complaints::DayFacts> answer_by;
  std::optional<complaints::DayFacts> contact_by;
  bool is_over = false;
  std::vector<CaseAct> can;
  std::optional<notices::Phone> phone;  // masked
  std::optional<complaints::AskedFor> supplement_request;
  std::optional<Instant> answered_at;
  std::optional<complaints::AnswerGiven> answer;  // the last
  std::optional<Instant> accepted_at;
  std::optional<Date> dispute_until;
  std::optional<complaints::ObjectionMade> objection;
  std::int64_t files = 0;
  std::string telephone;
};
BOOST_DESCRIBE_STRUCT(CaseView, (),
                      (number, state, received_at, unit, steps, answer_by, contact_by, is_over, can,
                       phone, supplement_request, answered_at, answer, accepted_at, dispute_until,
                       objection, files, telephone))

struct Followed {
  std::string token;
  Instant expires_at;
  CaseView the_case;
};

// Digits only: numbers and codes are printed and told in groups.
std::string digits_of(std::string_view text);

// Refuses with portal.number (no number has this check digit) or portal.unknown.
Result<Followed> follow(Work& work, const Look& look, const Settings& settings);
// The case that a token stands for. Refuses with portal.token.
Result<Id<complaints::Complaint>> case_of_token(Work& work, std::string_view token);

Result<CaseView> case_view(Work& work, Id<complaints::Complaint> id, const Settings& settings);

// What the consumer does. Refuse as complaints::check_act and the step itself.
struct Supplementing {
  complaints::Note note;
};
BOOST_DESCRIBE_STRUCT(Supplementing, (), (note))
Result<void> supplement(Work& work, Id<complaints::Complaint> id, const Supplementing& input);

struct RatingGiven {
  std::int64_t result_score = 0;
  std::int64_t process_score = 0;
  std::int64_t attitude_score = 0;
  std::optional<complaints::Note> note;
};
BOOST_DESCRIBE_STRUCT(RatingGiven, (), (result_score, process_score, attitude_score, note))
Result<void> rate(Work& work, Id<complaints::Complaint> id, const RatingGiven& input);

// What binds, each with the code that was sent for it.
struct WithdrawalAsked {
  SentCode code;
  std::optional<complaints::Note> reason;
};
BOOST_DESCRIBE_STRUCT(WithdrawalAsked, (), (code, reason))
struct AcceptanceGiven {
  SentCode code;
  std::optional<complaints::Note> note;
};
BOOST_DESCRIBE_STRUCT(AcceptanceGiven, (), (code, note))
struct ObjectionRaised {
  SentCode code;
  complaints::Note reason;
};
BOOST_DESCRIBE_STRUCT(ObjectionRaised, (), (code, reason))
struct ContactGiven {
  SentCode code;
  notices::Phone phone;
};
BOOST_DESCRIBE_STRUCT(ContactGiven, (), (code, phone))

// Who acts: on which case, under what the bank has set, in which language he is told.
struct Consumer {
  Id<complaints::Complaint> id;
  const Settings& settings;
  Language language = Language::zh_cn;
};
Result<void> act(Work& work, const Consumer& consumer, const WithdrawalAsked& input);
Result<void> act(Work& work, const Consumer& consumer, const AcceptanceGiven& input);
Result<void> act(Work& work, const Consumer& consumer, const ObjectionRaised& input);
Result<void> act(Work& work, const Consumer& consumer, const ContactGiven& input);
inline constexpr BindingAct binding(const WithdrawalAsked&) { return BindingAct::withdraw; }
inline constexpr BindingAct binding(const AcceptanceGiven&) { return BindingAct::accept; }
inline constexpr BindingAct binding(const ObjectionRaised&) { return BindingAct::dispute; }
inline constexpr BindingAct binding(const ContactGiven&) { return BindingAct::change_contact; }

}  // namespace xb::portal

namespace xb {

// `case` is no name in C++.
template <>
struct Json<portal::Followed> {
  static void write(std::string& out, const portal::Followed& followed) {
    out += R"({"token":)";
    Json<std::string>::write(out, followed.token);
    out += R"(,"expires_at":)";
    Json<Instant>::write(out, followed.expires_at);
    out += R"(,"case":)";
    Json<portal::CaseView>::write(out, followed.the_case);
    out += '}';
  }
  static boost::json::value schema(Schemas& parts) {
    return {{"type", "object"},
            {"properties",
             {{"token", Json<std::string>::schema(parts)},
              {"expires_at", Json<Instant>::schema(parts)},
              {"case", Json<portal::CaseView>::schema(parts)}}},
            {"required", {"token", "expires_at", "case"}},
            {"additionalProperties", false}};
  }
};

}  // namespace xb
